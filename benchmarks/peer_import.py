"""The peer of an import: django-import-export on SQLite, step by step as its admin does it. Runs in .venv-bench.

    python peer_import.py row|bulk SAMPLE.xlsx [ZIPPED_ANEW.xlsx]

Prints JSON: seconds of preview + import, seconds of preview + import of the same rows again, peak memory in MB.
In bulk mode it is tuned as its documents advise (one lookup for all rows), with the comparison its preview shows.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from pathlib import Path

import django
from django.conf import settings
from sample_rows import HEADERS

MODE = sys.argv[1]
FOLDER = tempfile.TemporaryDirectory()

settings.configure(
    INSTALLED_APPS=["import_export"],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(Path(FOLDER.name) / "peer.db")}},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    IMPORT_EXPORT_USE_TRANSACTIONS=True,
    USE_TZ=False,
)
django.setup()

from django.db import connection, models  # noqa: E402  Django must be set up first
from import_export import fields, resources, widgets  # noqa: E402
from import_export.formats.base_formats import XLSX  # noqa: E402
from import_export.instance_loaders import CachedInstanceLoader, ModelInstanceLoader  # noqa: E402

KINDS = {
    "code": models.CharField(max_length=40, unique=True),
    "percent": models.DecimalField(max_digits=5, decimal_places=2, null=True),
    "done_date": models.DateField(null=True),
}
WIDGETS = {"percent": widgets.DecimalWidget, "done_date": lambda: widgets.DateWidget("%d/%m/%Y")}


class Meta:
    """The model stands in no application of its own."""

    app_label = "import_export"


columns = {code: KINDS.get(code, models.TextField(blank=True, default="")) for code in HEADERS}
Task = type("Task", (models.Model,), {"__module__": __name__, "Meta": Meta, **columns})


class Options:
    """How the resource imports, in each mode."""

    model = Task
    import_id_fields = ("code",)
    fields = tuple(HEADERS)
    skip_unchanged = True
    use_bulk = MODE == "bulk"
    batch_size = 1000
    instance_loader_class = CachedInstanceLoader if MODE == "bulk" else ModelInstanceLoader


def text_widget() -> widgets.CharWidget:
    return widgets.CharWidget(coerce_to_string=True)


TaskResource = type(
    "TaskResource",
    (resources.ModelResource,),
    {
        "Meta": Options,
        **{
            code: fields.Field(attribute=code, column_name=header, widget=WIDGETS.get(code, text_widget)())
            for code, header in HEADERS.items()
        },
    },
)


def preview_and_import(path: Path) -> tuple[float, dict[str, int]]:
    """Seconds of the two steps of the admin's import, each reading the file as the admin does; the row totals."""
    started = time.perf_counter()
    for dry_run in (True, False):
        dataset = XLSX().create_dataset(path.read_bytes())
        result = TaskResource().import_data(dataset, dry_run=dry_run, raise_errors=False, file_name=path.name)
        if result.has_errors() or result.has_validation_errors():
            raise SystemExit(str(result.row_errors()[:1] or result.invalid_rows[:1]))
    return time.perf_counter() - started, dict(result.totals)


def main() -> None:
    with connection.schema_editor() as editor:
        editor.create_model(Task)
    first, totals = preview_and_import(Path(sys.argv[2]))
    count = Task.objects.count()
    assert totals["new"] == count, totals
    answer = {"import": first}
    if len(sys.argv) > 3:
        answer["again"], totals = preview_and_import(Path(sys.argv[3]))
        assert totals["skip"] == count, totals
    answer["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(answer))


if __name__ == "__main__":
    main()
