"""What is found in archives of millions of reports, as tables: a row a finding, a report, a failure."""
