"""Numbers as bands with a meaning: a score against one key is not exact enough to be read digit by digit.

People who annotate the same text agree about as far as this: of trained annotators, Krippendorff's alpha was 0.57 for
the parts of arguments and 0.49 for their relations (Wambsganss, Niklaus, Söllner, Handschuh and Leimeister, "A corpus
for argumentative writing support in German", COLING 2020). That is another measure than ours, corrected for chance; the
bands take no more from it than where it stops to make sense to ask for more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.corpora.coefficients import Score
    from argmap.language import Words

NEAR, PARTLY = 0.6, 0.35
"""From these numbers on, a score is in the first, and in the second, of three bands."""


def band(score: Score) -> str | None:
    """Return the band of a score: ``near``, ``partly`` or ``far``; None where there is no number.

    Example:
        >>> from argmap.corpora.coefficients import Score
        >>> band(Score(0.7)), band(Score(0.5)), band(Score(0.1)), band(Score(reason="There is no line."))
        ('near', 'partly', 'far', None)
    """
    if score.value is None:
        return None
    return "near" if score.value >= NEAR else "partly" if score.value >= PARTLY else "far"


def percent(score: Score, words: Words) -> str:
    """Return a share as people read it; a dash where there is none."""
    return words.say("compare.none") if score.value is None else f"{round(100 * score.value)} %"


def told_band(name: str, score: Score, words: Words) -> str:
    """Return the band of a measure in words; whether the main claim is that of the key, is a yes or a no."""
    found = band(score)
    if found is None:
        return words.say("compare.none")
    if name == "main_claim":
        return words.say("compare.bands.yes" if score.value else "compare.bands.no")
    return words.say(f"compare.bands.{found}")
