"""The text of --help."""

import argparse
import textwrap


class Help(argparse.HelpFormatter):
    """Paragraphs are filled, and examples stay as they are."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n\n".join(
            part
            if part.startswith("  ")
            else textwrap.fill(" ".join(part.split()), width)
            for part in text.split("\n\n")
        )
