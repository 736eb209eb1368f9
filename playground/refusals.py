"""How Telegram refuses: its code, its wording, and the documented rule that stands behind it."""

from __future__ import annotations

from playground.wire import JSON


class Refusal(Exception):
    """A call that Telegram answers with `ok: false`; `rule` names the documentation it enforces."""

    def __init__(self, code: int, description: str, *, rule: str, parameters: JSON | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.rule = rule
        self.parameters = parameters

    def as_json(self) -> JSON:
        answer: JSON = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
            "rule": self.rule,
        }
        return answer | {"parameters": self.parameters} if self.parameters else answer


def bad_request(wording: str, *, rule: str) -> Refusal:
    return Refusal(400, f"Bad Request: {wording}", rule=rule)


def forbidden(wording: str, *, rule: str) -> Refusal:
    return Refusal(403, f"Forbidden: {wording}", rule=rule)


def conflict(wording: str, *, rule: str) -> Refusal:
    return Refusal(409, f"Conflict: {wording}", rule=rule)


def too_many_requests(retry_after: int, *, rule: str) -> Refusal:
    wording = f"Too Many Requests: retry after {retry_after}"
    return Refusal(429, wording, rule=rule, parameters={"retry_after": retry_after})


def upgraded(new_chat_id: int) -> Refusal:
    return Refusal(
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
        rule="ResponseParameters.migrate_to_chat_id: the group has a new identifier",
        parameters={"migrate_to_chat_id": new_chat_id},
    )


def unauthorized() -> Refusal:
    return Refusal(401, "Unauthorized", rule="Authorizing your bot: the token is unknown or was revoked")


def not_found() -> Refusal:
    return Refusal(404, "Not Found", rule="Making requests: METHOD_NAME must be a method of the Bot API")
