"""An HTTP request becomes the parameters of a call."""

from __future__ import annotations

from urllib.parse import parse_qsl

import orjson
from aiohttp import BodyPartReader, web

from playground.params import Params, Upload
from playground.refusals import bad_request


async def read_params(request: web.Request) -> Params:
    """From the query and the body: JSON, form or multipart. Raises Refusal when the body is none of them."""
    query = dict(request.query) if request.query_string else {}
    if not request.body_exists:
        return Params(query)
    match request.content_type:
        case "application/json":
            return _from_json(query, await request.read())
        case "multipart/form-data":
            return await _from_parts(query, request)
        case _:
            body = (await request.read()).decode("utf-8", "replace")
            return Params(query | dict(parse_qsl(body, keep_blank_values=True)))


def _from_json(query: dict[str, str], body: bytes) -> Params:
    try:
        given = orjson.loads(body) if body else {}
    except orjson.JSONDecodeError:
        given = None
    if not isinstance(given, dict):
        raise bad_request("can't parse JSON object", rule="Making requests: application/json holds an object")
    return Params(query | given if query else given)


async def _from_parts(query: dict[str, str], request: web.Request) -> Params:
    params = Params(dict(query))
    try:
        async for part in await request.multipart():
            if isinstance(part, BodyPartReader) and part.name:
                await _take_part(params, part, part.name)
    except (ValueError, LookupError):
        raise bad_request("can't parse the form", rule="Making requests: multipart/form-data") from None
    return params


async def _take_part(params: Params, part: BodyPartReader, name: str) -> None:
    if part.filename is None:
        params.given[name] = await part.text(encoding="utf-8")
        return
    mime_type = part.headers.get("Content-Type", "application/octet-stream")
    params.uploads[name] = Upload(part.filename, mime_type, bytes(await part.read()))
