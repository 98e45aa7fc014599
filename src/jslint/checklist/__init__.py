"""An authority's own form of inspection, filled in: what each item came to, and why."""
