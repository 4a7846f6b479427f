r"""Checks: what is wrong, or may be wrong, with a debate, and what to do about it.

Example:
    >>> import argmap
    >>> report = argmap.parse("[A]: It rains.\n  + [A]\n", "rain.argdown").map.check()
    >>> for finding in report:
    ...     print(finding.place, finding.code, finding.message)
    rain.argdown:2:5 STR108 [A] supports itself. Remove the relation, or name another claim.
"""

from __future__ import annotations

from argmap.check.finding import Finding, Fix
from argmap.check.fixing import Fixed, fix
from argmap.check.registry import all_rules, rule_named, rules_named
from argmap.check.result import Checked, Report
from argmap.check.rule import FAMILIES, PROFILES, Found, Needs, Rule, rule
from argmap.check.runner import check, find
from argmap.check.settings import Settings, find_settings, read_settings
from argmap.check.subject import Subject

__all__ = [
    "FAMILIES",
    "PROFILES",
    "Checked",
    "Finding",
    "Fix",
    "Fixed",
    "Found",
    "Needs",
    "Report",
    "Rule",
    "Settings",
    "Subject",
    "all_rules",
    "check",
    "find",
    "find_settings",
    "fix",
    "read_settings",
    "rule",
    "rule_named",
    "rules_named",
]
