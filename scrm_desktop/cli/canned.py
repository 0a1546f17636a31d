"""``canned``: the house's canned responses, listed and exchanged with other programs."""

from __future__ import annotations

from argparse import Namespace
from typing import cast

from scrm_desktop.cli import shapes
from scrm_desktop.cli.output import table
from scrm_desktop.cli.profile import reading, write
from scrm_desktop.cli.result import DONE, FAILED, Result

Json = dict[str, object]


async def run(options: Namespace) -> Result:
    """``list``, ``import`` or ``export``."""
    return await {"list": _list, "import": _import, "export": _export}[options.what](options)


async def _list(options: Namespace) -> Result:
    async with reading(options) as service:
        listed = [shapes.canned(one) for one in await service.canned()]
    rows = [
        [str(one["id"]), str(one["category"]), str(one["language"] or "-"), str(one["name"]), str(one["text"])[:120]]
        for one in listed
    ]
    return Result(listed, table(("id", "category", "language", "name", "text"), rows))


async def _import(options: Namespace) -> Result:
    """Also after a trial run 1 says that something is refused, so that a script can look before it writes."""
    # Another program may read it, which stands in another folder.
    file = options.file.absolute()
    if options.dry_run:
        async with reading(options) as service:
            done = shapes.import_plan(await service.try_import(file), written=0)
    else:
        done = await write(options, "canned import", {"file": str(file)})
    would = "would be " if options.dry_run else ""
    said = f"{done['added']} {would}added, {done['changed']} {would}changed, {done['same']} as they are"
    refused = [one for one in cast("list[Json]", done["lines"]) if one["fate"] == "refused"]
    complaints = [f"Line {one['line']}: {one['name'] or '(no name)'}: {one['why']}" for one in refused]
    document = {"dry_run": bool(options.dry_run), **done}
    return Result(document, (f"{said}, {len(refused)} refused.",), FAILED if refused else DONE, tuple(complaints))


async def _export(options: Namespace) -> Result:
    file = options.file.absolute()
    async with reading(options) as service:
        count = await service.export_canned(file)
    return Result({"exported": count, "file": str(file)}, (f"{count} written to {file}.",))
