"""The mail server in one line, as an operator writes it."""

import pytest

from bot.domain.mail import ADDRESS, MailServer, Tls, mail_server

GOOD = {
    "smtps://wijk:s%40fe@mail.genk.be": MailServer("mail.genk.be", 465, Tls.AT_ONCE, "wijk", "s@fe"),
    "smtp+starttls://mail.genk.be": MailServer("mail.genk.be", 587, Tls.AFTER_GREETING),
    "smtp://127.0.0.1:2525/": MailServer("127.0.0.1", 2525, Tls.NONE),
}
WRONG = (
    "",
    "mail.genk.be",
    "smtp://mail.genk.be",  # in the clear over a network
    "https://mail.genk.be",
    "smtps://",
    "smtps://wijk@mail.genk.be",  # a name without a password
    "smtps://mail.genk.be:0",
    "smtps://mail.genk.be:x",
    "smtps://mail.genk.be/path",
    "smtps://mail.genk.be?tls=no",
    "smtps://mail genk.be",
)


@pytest.mark.parametrize("url", GOOD)
def test_a_server_is_read(url: str) -> None:
    assert mail_server(url) == GOOD[url]
    assert "s@fe" not in repr(mail_server(url))


@pytest.mark.parametrize("url", WRONG)
def test_anything_else_is_none(url: str) -> None:
    assert mail_server(url) is None


@pytest.mark.parametrize(
    "text", ["a@b", "a b@c.be", "a@b.be\nBcc: x@y.be", "a@b.be,c@d.be", "<a@b.be>", "@b.be", ""]
)
def test_only_one_plain_address_is_one(text: str) -> None:
    assert not ADDRESS.fullmatch(text)
    assert ADDRESS.fullmatch("wijk.bureau+noord@stad.genk.be")
