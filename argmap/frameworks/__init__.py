"""Files of abstract frameworks: names, and pairs of them; nothing here knows what either means.

`argmap.evaluate.dung` solves what they hold, `argmap.formats` makes maps of it.
"""
