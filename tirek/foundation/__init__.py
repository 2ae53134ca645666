"""Foundation: what every room stands on (ui, ledger, jurisdictions, files, jobs, people). It knows no place and no visit."""
