# docker build -t jslint .
# docker run --rm -v "$PWD:/work:ro" jslint check 报告/
FROM python:3.12-slim AS build
WORKDIR /src
COPY pyproject.toml README.md LICENSE ./
COPY src src
COPY rules rules
RUN python -m pip wheel --no-cache-dir --wheel-dir /wheels '.[pdf,docx,xlsx]'

FROM python:3.12-slim
COPY --from=build /wheels /wheels
RUN python -m pip install --no-cache-dir --no-index --find-links /wheels 'juesuan-lint[pdf,docx,xlsx]' \
    && rm -r /wheels \
    && useradd --create-home jslint
USER jslint
WORKDIR /work
ENV LANG=C.UTF-8 PYTHONDONTWRITEBYTECODE=1 JSLINT_NO_RESULTS=1
ENTRYPOINT ["jslint"]
CMD ["--help"]
