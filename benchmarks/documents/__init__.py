"""A benchmark of final-accounts reports: generated documents, what is wrong with them, and a score.

    python -m benchmarks.documents make FOLDER [--quick]     the documents, and their labels beside
    python -m benchmarks.documents verify                    the documents are those of the manifest
    python -m benchmarks.documents jslint FOLDER             jslint's answers: FOLDER/jslint.json
    python -m benchmarks.documents score FOLDER ANSWERS      what answers are worth
    python -m benchmarks.documents run [--quick]             all of it, in a folder that goes again

docs/benchmark.md says what is in it, how answers are written and how they are counted. Reports come
from tests/truth, which knows every relation between the figures that it prints, faults from
benchmarks/seeded.py and tests/truth/corrupt.py; labels come from the two, and from no checker.
"""
