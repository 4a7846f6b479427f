"""Printed sheets, slides and workbooks as values, and what is made of them: one module an output.

`blocks` says what there is, `look` how it looks.
"""
