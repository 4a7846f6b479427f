"""One file a rule; the name of the file is the name of the rule. `argmap.check.registry` finds them."""
