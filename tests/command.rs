//! The command as users see it: every file in `tests/command` is a case.

#![cfg(feature = "command")]

#[test]
fn the_command_does_what_its_cases_say() {
    trycmd::TestCases::new().default_bin_name("newsfacts").case("tests/command/*.toml");
}
