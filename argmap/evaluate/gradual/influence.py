"""Influence: from the weight of a node, and one number for all that acts on it, to its strength.

Each influence is written three times: over arrays, for one node, and as slopes: the derivatives of the strength by the
weight and by the number.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Protocol

import numpy as np

if TYPE_CHECKING:
    from argmap.evaluate.gradual.rows import Floats

_GREATEST_EXPONENT = 300.0  # e to it, and its square, can be held; to a strength it makes no difference


class Influence(Protocol):
    """How one number for all that acts on a node moves its strength away from its weight."""

    def whole(self, weights: Floats, numbers: Floats) -> Floats:
        """Return the strength of each node."""

    def one(self, weight: float, number: float) -> float:
        """Return the strength of one node."""

    def slopes(self, weights: Floats, numbers: Floats) -> tuple[Floats, Floats]:
        """Return the derivatives of each strength by the weight and by the number."""


class Linear:
    """Up to 1 or down to 0 by the share that the number says: from -1 to 1."""

    def whole(self, weights: Floats, numbers: Floats) -> Floats:
        """Return the strength of each node."""
        up = np.maximum(numbers, 0.0)
        up *= 1.0 - weights
        up += weights
        up += weights * np.minimum(numbers, 0.0)
        return up

    def one(self, weight: float, number: float) -> float:
        """Return the strength of one node."""
        return weight + number * (1.0 - weight if number > 0 else weight)

    def slopes(self, weights: Floats, numbers: Floats) -> tuple[Floats, Floats]:
        """Return the derivatives; by the number at 0, where there is a bend, the mean of both sides."""
        by_number = np.where(numbers > 0, 1.0 - weights, np.where(numbers < 0, weights, 0.5))
        return 1.0 - np.abs(numbers), by_number


class Fractional:
    """The weight over 1 more than what speaks against it; the number is 0 or less."""

    def whole(self, weights: Floats, numbers: Floats) -> Floats:
        """Return the strength of each node."""
        strengths: Floats = weights / (1.0 - numbers)
        return strengths

    def one(self, weight: float, number: float) -> float:
        """Return the strength of one node."""
        return weight / (1.0 - number)

    def slopes(self, weights: Floats, numbers: Floats) -> tuple[Floats, Floats]:
        """Return the derivatives."""
        share = 1.0 / (1.0 - numbers)
        return share, weights * share * share


class Euler:
    """By an exponential of the number, which falls no lower than the square of the weight."""

    def whole(self, weights: Floats, numbers: Floats) -> Floats:
        """Return the strength of each node."""
        grown = weights * np.exp(np.minimum(numbers, _GREATEST_EXPONENT))
        # As 1 - (1 - w²) / (1 + w e^E), and exactly the weight where the number is 0.
        rise = weights * np.expm1(np.minimum(numbers, _GREATEST_EXPONENT)) / (1.0 + grown)
        strengths: Floats = weights + (1.0 - weights) * rise
        return strengths

    def one(self, weight: float, number: float) -> float:
        """Return the strength of one node."""
        grown = weight * math.exp(min(number, _GREATEST_EXPONENT))
        rise = weight * math.expm1(min(number, _GREATEST_EXPONENT)) / (1.0 + grown)
        return weight + (1.0 - weight) * rise

    def slopes(self, weights: Floats, numbers: Floats) -> tuple[Floats, Floats]:
        """Return the derivatives."""
        power = np.exp(np.minimum(numbers, _GREATEST_EXPONENT))
        share = 1.0 / (1.0 + weights * power)
        left = (1.0 - weights * weights) * power * share * share
        return 2.0 * weights * share + left, left * weights


class Quadratic:
    """Towards 1 or 0 by the number squared over 1 more than that: ever closer, and never there."""

    def whole(self, weights: Floats, numbers: Floats) -> Floats:
        """Return the strength of each node."""
        square = numbers * numbers
        share = square / (1.0 + square)
        strengths: Floats = weights + share * ((numbers > 0) - weights)
        return strengths

    def one(self, weight: float, number: float) -> float:
        """Return the strength of one node."""
        square = number * number
        return weight + square / (1.0 + square) * ((number > 0) - weight)

    def slopes(self, weights: Floats, numbers: Floats) -> tuple[Floats, Floats]:
        """Return the derivatives."""
        more = 1.0 + numbers * numbers
        return 1.0 / more, 2.0 * np.abs(numbers) / (more * more) * np.where(numbers > 0, 1.0 - weights, weights)
