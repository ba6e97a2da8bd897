from tiapp.core.errors import AppError


def test_an_error_reads_as_one_line_with_what_to_do_and_a_code():
    error = AppError("The disk is full.", "Make some room.", code="disk-full")

    assert str(error) == "The disk is full. Make some room. (disk-full)"
    assert (error.title, error.advice, error.code) == (
        "The disk is full.",
        "Make some room.",
        "disk-full",
    )


def test_a_code_is_optional():
    assert str(AppError("What happened.", "What to do.")) == "What happened. What to do."
