"""The auditor's pages: the ledger's entries and its verification."""
