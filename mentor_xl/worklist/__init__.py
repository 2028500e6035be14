"""The dates as work: whose list each is on, how it was counted, and which weeks hold too many."""
