"""Prints a company's number settings, what each connected app asks for, and how to live with both."""

from typing import Any

from untwin.domain.company.advise_settings import SettingsAdvice


def settings_json(told: SettingsAdvice) -> dict[str, Any]:
    """The advice as other programs read it."""
    return {
        "company": told.company,
        "settings": [
            {"name": s.name, "state": s.words.replace("not known", "unknown"), "means": s.means, "place": s.place}
            for s in told.settings
        ],
        "asked": [{"source": d.source, "wants": d.wants, "fits": d.fits, "sentence": d.sentence} for d in told.demands],
        "clash": told.clash,
        "advice": list(told.advice),
    }


def settings_lines(told: SettingsAdvice) -> list[str]:
    """The advice for people."""
    return [
        told.company,
        *(f"  {s.name}: {s.words}. {s.means}" for s in told.settings),
        *(f"  asked for: {d.sentence}" for d in told.demands),
        *(f"  advice: {sentence}" for sentence in told.advice),
    ]
