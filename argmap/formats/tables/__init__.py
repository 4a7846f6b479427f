"""Tables: a debate as two lists that any spreadsheet opens, one of what is said and one of what bears on what.

`commas` and `tabs` are the formats; they differ in the sign between the cells.
"""
