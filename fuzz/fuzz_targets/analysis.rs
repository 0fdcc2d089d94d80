#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| newsfacts_fuzz::analyse(text));
