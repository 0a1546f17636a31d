"""Getting in: a login that is good is whole, one that is not is told in words, and nobody learns the secret."""

from __future__ import annotations

from collections.abc import Mapping

from scrm_desktop.channels.kit.contract_base import ContractBase
from scrm_desktop.channels.kit.faults import Fault, FaultKind
from scrm_desktop.channels.kit.http_bench import HttpBench
from scrm_desktop.channels.kit.trial import Trial, trouble
from scrm_desktop.domain.accounts import LoginMethod, LoginResult
from scrm_desktop.errors import KnownError

NONSENSE = ("", " ", "\n", "x", "https://", "https://[", "@", "\x00", "\ud800", "ü" * 300, "a" * 9000)
WRONG = "987654321:this-is-not-the-secret"
FAULTS = (
    Fault(kind=FaultKind.REFUSED, times=99),
    Fault(kind=FaultKind.HTML, times=99),
    Fault(kind=FaultKind.CUT, times=99, at=3),
    Fault(kind=FaultKind.STATUS, times=99, status=401),
    Fault(kind=FaultKind.STATUS, times=99, status=404),
    Fault(kind=FaultKind.STATUS, times=99, status=500),
    Fault(kind=FaultKind.GARBAGE, times=99, body=b"[]"),
    Fault(kind=FaultKind.GARBAGE, times=99, body=b"{"),
)


class NoBrowser:
    """A login that asks for a browser or for a code gets neither."""

    async def open_browser(self, url: str) -> bool:
        """There is none."""
        return False

    async def ask_code(self, url: str) -> str:
        """Nobody is there to answer."""
        return ""


class LoginContract(ContractBase):
    """By the bench's ``answers`` where it has some, else by the token that it has."""

    def test_a_good_login_is_whole(self) -> None:
        async def work(trial: Trial) -> None:
            result = await _sign_in(trial)
            account = trial.bench.account
            assert (result.server, result.remote_id) == (account.server, account.remote_id)
            assert result.handle, "the person is shown under which name they are connected"
            assert not result.handle.startswith("@"), "a handle has no leading @"
            assert not result.server.endswith("/"), "an address has no trailing slash"
            assert not any(one in repr(result) for one in trial.bench.secrets), "the secret stands in the login's repr"
            trial.kept.append(result.secret)
            async with trial.session() as session:
                assert (await session.describe()).max_characters > 0

        self.run(work)

    def test_a_login_that_fails_is_told_in_words(self) -> None:
        async def work(trial: Trial) -> None:
            for fault in FAULTS:
                fault.hits = 0
                await trial.bench.fault(fault)
                error = await _trouble(trial, f"{fault}")
                # Where a login has many steps, not each of them must go well.
                must = isinstance(trial.bench, HttpBench) or fault.kind is FaultKind.REFUSED
                assert error is not None or not must, f"it signed in although {fault}"
                await trial.bench.heal()

        self.run(work)

    def test_a_wrong_secret_is_not_let_in(self) -> None:
        async def work(trial: Trial) -> None:
            if trial.bench.channel.info.login.method is LoginMethod.OPEN:
                return  # there is none
            error = await _trouble(trial, "a wrong secret", WRONG)
            assert error is not None, "any secret is let in"
            assert not error.maybe_done, f"{error!r}: a refusal is a refusal"

        self.run(work)

    def test_any_answer_of_a_person_is_a_login_or_told_in_words(self) -> None:
        async def work(trial: Trial) -> None:
            channel = trial.bench.channel
            fields = channel.info.login.fields
            await trial.bench.fault(
                Fault(kind=FaultKind.REFUSED, times=10_000)
            )  # nonsense may be a name: nobody is asked
            for text in NONSENSE:
                answers = {field.name: text for field in fields}
                if channel.info.login.method is LoginMethod.SECRET:
                    await trouble(channel.sign_in(answers, NoBrowser(), trial.bench.http))
                for server, token in ((trial.bench.account.server, text), (text, trial.bench.secret)):
                    await trouble(channel.with_token(server, token, trial.bench.http))

        self.run(work)


async def _sign_in(trial: Trial, secret: str = "") -> LoginResult:
    """With the bench's own secret, or with another in its place."""
    channel, bench = trial.bench.channel, trial.bench
    answers: Mapping[str, str] | None = getattr(bench, "answers", None)
    if answers is None:
        return await channel.with_token(bench.account.server, secret or bench.secret, bench.http)
    hidden = [field.name for field in channel.info.login.fields if field.secret and field.name in answers]
    return await channel.sign_in(
        {**answers, **dict.fromkeys(hidden if secret else (), secret)}, NoBrowser(), bench.http
    )


async def _trouble(trial: Trial, what: str, secret: str = "") -> KnownError | None:
    try:
        await _sign_in(trial, secret)
    except KnownError as error:
        text = f"{error.message} {error!r} {error.params!r}"
        assert error.message, f"{error.code} has no words"
        assert not any(one in text for one in trial.bench.secrets), "the secret stands in the error"
        return error
    except Exception as error:
        raise AssertionError(f"the login met {what} and ended in {error!r}") from error
    return None
