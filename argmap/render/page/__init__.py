"""The page of a map: what stands in it, apart from how it is drawn.

`facts` gathers what the page tells of each claim and argument; `outlining` puts it in a nested list; `pictures` makes
the SVG fit for a page; `layouts` draws it for the depths, sides and sections; `reading` sets a text that the map
quotes and finds the quotations in it; `words` has the words of the page in several languages; `document` puts all
together under a content security policy. The style is in ``page.css``, what moves is in ``script/*.js``.
"""
