"""keras-activations report: tables of earlier runs from their files."""

import argparse
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from keras_activations_cli.comparison_table import print_comparison
from keras_activations_cli.findings import findings_in
from keras_activations_cli.help import Help
from keras_activations_cli.logged_runs import (
    exit_status,
    read_logged,
    without_backend,
)
from keras_activations_cli.options import add_fail_on, add_log_dir, add_serve
from keras_activations_cli.output import (
    PROGRAM,
    WrongInputError,
    one_line,
    shown,
    tell,
    unwritable,
)
from keras_activations_cli.serving import check_port, serve

if TYPE_CHECKING:
    # Imported where they are used: `--help` should not wait for the backend.
    from keras_activations.recording.logged_rows import Training
    from keras_activations.recording.record_log import Logged

FORMATS = ["table", "csv", "json", "parquet"]
PER = ["run", "layer", "epoch"]


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    report = commands.add_parser(
        "report",
        help="print the table of earlier runs from their files",
        description="What was found in earlier runs, the tables of their "
        "comparisons, and a table of all others. The tables are Markdown where "
        "the output is no terminal.",
        epilog="Examples:\n\n"
        f"  {PROGRAM} report logs\n"
        f"  {PROGRAM} report logs --per layer\n"
        f"  {PROGRAM} report logs --html report.html\n"
        f"  {PROGRAM} report logs --format csv --per epoch > epochs.csv",
        formatter_class=Help,
    )
    add_log_dir(report)
    report.add_argument(
        "--per",
        choices=PER,
        default="run",
        help="a row for each run, for each layer in its last epoch, or for "
        "each layer and epoch (default: %(default)s)",
    )
    report.add_argument(
        "--format",
        choices=FORMATS,
        default="table",
        help="a table to read, or nothing but the rows for other programs, "
        "with all that is known of a run or layer (default: %(default)s)",
    )
    report.add_argument(
        "--output",
        metavar="FILE",
        type=Path,
        help="where csv, json or parquet is written, instead of the terminal",
    )
    report.add_argument(
        "--html",
        metavar="FILE",
        type=Path,
        help="write the Activations page as one file that opens from disk",
    )
    add_fail_on(report)
    add_serve(report)
    report.set_defaults(run=_run)


@without_backend()
def _run(options: argparse.Namespace) -> int:
    for_people = options.format == "table"
    if for_people and options.output:
        raise WrongInputError("--output needs --format csv, json or parquet")
    if options.format == "parquet" and not options.output:
        raise WrongInputError("--format parquet needs --output FILE")
    check_port(options)
    from keras_activations.recording import html_report
    from keras_activations.recording.logged_rows import trainings

    runs, logged = read_logged(options)
    try:
        found = trainings(options.log_dir, runs)
    except ValueError as error:
        raise WrongInputError(one_line(error)) from error
    if for_people:
        _print_report(options, found, logged)
    else:
        _write_rows(options, found)
    if options.html:
        try:
            html_report.write(options.log_dir, options.html, runs)
        except ValueError as error:
            raise WrongInputError(one_line(error)) from error
        except OSError as error:
            raise unwritable("--html", options.html, error) from error
        if for_people:
            print(f"\nThe page is in {options.html}; open it in a browser.")
    status = exit_status(options, logged)
    if options.serve:
        return serve(options.log_dir, options.port) or status
    return status


def _print_report(
    options: argparse.Namespace,
    found: "Sequence[Training]",
    logged: "Sequence[Logged]",
) -> None:
    """What was found, then the tables."""
    from keras_activations.recording.logged_rows import logged_rows
    from keras_activations.recording.run_table import cells
    from keras_activations.recording.tables import write_table

    for line in findings_in(logged):
        print(shown(line))
    if any(each.diagnosis for each in logged):
        where = shlex.quote(options.log_dir)
        print(shown(f"The figures: {PROGRAM} diagnose {where}"))
    if any(each.diagnosis is not None for each in logged):
        print()
    if options.per == "run":
        compared = _print_comparisons(options.log_dir)
        found = [each for each in found if each.name not in compared]
    if found:
        rows = logged_rows(found, options.per)
        write_table(*cells(rows), sys.stdout)


def _print_comparisons(log_dir: str) -> set[str]:
    """The tables of the comparisons; returns the names of their runs."""
    from keras_activations.comparison.logged import logged_comparisons

    compared: set[str] = set()
    for each in logged_comparisons(log_dir):
        if each.comparison is None:
            tell(
                f"the comparison in {each.name} cannot be read: {each.problem}"
            )
            continue
        if each.name != ".":
            print(shown(f"{each.name}:\n"))
        print_comparison(each.comparison)
        print()
        compared |= each.runs
    return compared


def _write_rows(
    options: argparse.Namespace, found: "Sequence[Training]"
) -> None:
    """The rows for other programs, and nothing else."""
    from keras_activations.recording import tables
    from keras_activations.recording.logged_rows import (
        logged_rows,
        with_settings,
    )

    rows = (
        with_settings(found)
        if options.per == "run"
        else logged_rows(found, options.per)
    )
    write = {"csv": tables.write_csv, "json": tables.write_json}
    try:
        if options.format == "parquet":
            tables.write_parquet(rows, str(options.output))
        elif options.output:
            with options.output.open("w", encoding="utf-8", newline="") as file:
                write[options.format](rows, file)
        else:
            write[options.format](rows, sys.stdout)
    except ModuleNotFoundError as error:
        raise WrongInputError(f"--format: {error}") from error
    except OSError as error:
        if options.output is None:
            raise
        raise unwritable("--output", options.output, error) from error
