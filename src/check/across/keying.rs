//! Makes the keys of an article from its facts.

use rust_decimal::Decimal;

use super::{
    counted::{complement, is_of_people, is_of_some, place_of_distance},
    fates::{fate, is_toll},
    keys::{
        Head, KeyedAge, KeyedFigure, KeyedNumber, KeyedOffice, KeyedPerson, KeyedQuote, KeyedSentence, Keys, Place,
        Reach, Stretch,
    },
    named_ages::{NamedAge, named_ages},
    passages::passages,
    printed::printed,
    quote_pairs::smallest_runs,
    ranges::{Measured, ranges},
    sketch::Sketch,
    stories::Names,
    surroundings::{is_one_of_several, is_woven, neighbours, place},
};
use crate::{
    check::{
        Prepared,
        loose::Loose,
        quantity::Quantity,
        stems::{content, is_named, word},
        wording::{self, Wording},
    },
    lexicon::LEXICON,
    types::{Document, FactKind, How, Office, Person, Quote, QuoteForm, RecordId, Span, Tags, TokenKind},
};

/// Capitalised words that are not names of a person, place or organisation.
const NO_NAMES: Tags = Tags::MONTH.with(Tags::WEEKDAY).with(Tags::TITLE).with(Tags::HONORIFIC);

/// Keys under construction.
struct Keying<'a> {
    prepared: &'a Prepared<'a>,
    names: Names,
    texts: String,
    hashes: Vec<u32>,
    ages: Vec<KeyedAge>,
    offices: Vec<KeyedOffice>,
}

/// The keys of an article.
pub fn keys(prepared: &Prepared) -> Keys {
    let document = prepared.document;
    let mut keying = Keying {
        prepared,
        names: Names::new(document),
        texts: String::new(),
        hashes: Vec::new(),
        ages: Vec::new(),
        offices: Vec::new(),
    };
    let (sentences, figures) = keying.figures();
    let numbers = keying.numbers();
    let quotes = keying.quotes();
    let people = keying.people();
    let passages = keying.list(passages(document));
    Keys {
        head: Head {
            article: document.article.id.as_str().into(),
            source: document.article.source.as_str().into(),
            title: document.title().map(Into::into),
            digest: document.digest,
            story: document.article.story.as_deref().map(Into::into),
            published: document.dateline,
            sketch: Sketch::new(document),
            names: keying.names,
        },
        figures,
        sentences,
        numbers,
        quotes,
        people,
        ages: keying.ages.into(),
        offices: keying.offices.into(),
        publisher: document.article.publisher.as_deref().map_or(0, |name| word(&name.trim().to_lowercase())),
        passages,
        texts: keying.texts.into(),
        hashes: keying.hashes.into(),
    }
}

impl Keying<'_> {
    fn id(&self, kind: FactKind, span: Span) -> RecordId {
        RecordId::new(self.prepared.document.digest, kind, span)
    }

    fn text(&mut self, text: &str) -> Stretch {
        let start = self.texts.len() as u32;
        self.texts.push_str(text);
        Stretch { start, len: text.len() as u32 }
    }

    fn list(&mut self, hashes: impl IntoIterator<Item = u32>) -> Stretch {
        let start = self.hashes.len() as u32;
        self.hashes.extend(hashes);
        Stretch { start, len: self.hashes.len() as u32 - start }
    }

    fn place(&mut self, span: Span) -> Place {
        let (field, start, end) = self.prepared.places.of(span);
        Place { field, start, end, text: self.text(self.prepared.document.text(span)) }
    }

    fn figures(&mut self) -> (Box<[KeyedSentence]>, Box<[KeyedFigure]>) {
        let mut sentences = Vec::new();
        let ranges = ranges(self.prepared.document, self.prepared.facts);
        let mut measured: Vec<Measured> = self.prepared.quantities.iter().map(Measured::Quantity).collect();
        measured.extend(ranges.iter().map(Measured::Range));
        if !ranges.is_empty() {
            measured.sort_by_key(|one| one.quantity().span.start);
        }
        let mut figures = Vec::with_capacity(measured.len());
        for one in measured.chunk_by(|one, other| one.quantity().sentence == other.quantity().sentence) {
            let sentence = sentences.len() as u32;
            sentences.push(self.sentence(one[0].quantity()));
            let counts = one.iter().filter(|one| !one.is_label(self.prepared.document));
            figures.extend(counts.map(|one| self.figure(one, sentence)));
        }
        (sentences.into(), figures.into())
    }

    /// The sentence of a quantity.
    fn sentence(&mut self, quantity: &Quantity) -> KeyedSentence {
        let document = self.prepared.document;
        let sentence = &document.sentences[quantity.sentence as usize];
        let tokens = sentence.tokens.start as usize..sentence.tokens.end as usize;
        // At the start of a sentence a capital proves nothing, but the article has the name elsewhere.
        let known = |at: usize| self.names.words.binary_search(&wording::hash(document.word(at))).is_ok();
        let starts = |at: usize| document.tags(at).all(Tags::SENTENCE_START | Tags::CAPITALISED) && known(at);
        let named = tokens.clone().filter(|&at| is_named(document, at, NO_NAMES) || starts(at));
        let mut names: Vec<u32> = named.map(|at| wording::hash(document.word(at))).collect();
        names.sort_unstable();
        names.dedup();
        let known = &quantity.context;
        let context =
            if known.is_empty() { self.list(content(document, tokens)) } else { self.list(known.iter().copied()) };
        let place = place(document, sentence).unwrap_or_default();
        KeyedSentence { context, names: self.list(names), times: self.list(quantity.times.iter().copied()), place }
    }

    fn figure(&mut self, measured: &Measured, sentence: u32) -> KeyedFigure {
        let quantity = measured.quantity();
        let fate = if measured.is_range() { None } else { fate(self.prepared.document, quantity) };
        let from = place_of_distance(self.prepared.document, quantity);
        KeyedFigure {
            place: self.place(quantity.span),
            fact: self.id(FactKind::Figure, quantity.span),
            sentence,
            kind: quantity.kind,
            bound: quantity.bound,
            unit: measured.unit(),
            per: quantity.per.map_or(0, word),
            value: quantity.value,
            step: quantity.step,
            claimed: Reach::new(quantity.claimed),
            things: self.things(quantity, from),
            scope: self.list(quantity.scope.iter().copied()),
            neighbours: neighbours(self.prepared.document, quantity),
            is_relative: quantity.is_relative,
            of_people: is_of_people(self.prepared.document, quantity),
            of_some: is_of_some(self.prepared.document, quantity),
            is_distance: from.is_some(),
            fate,
            is_toll: fate.is_some_and(|fate| is_toll(self.prepared.document, quantity, fate)),
            source: source(self.prepared, quantity).map_or(Stretch::default(), |source| self.text(source)),
        }
    }

    /// What a quantity counts or measures; for a distance from a place, the place.
    fn things(&mut self, quantity: &Quantity, from: Option<u32>) -> Stretch {
        match from {
            Some(place) => self.list([place]),
            None => {
                let mut things = quantity.things.clone();
                things.extend(complement(self.prepared.document, quantity));
                things.sort_unstable();
                things.dedup();
                self.list(things)
            }
        }
    }

    fn numbers(&mut self) -> Box<[KeyedNumber]> {
        let document = self.prepared.document;
        let numbers = printed(document, &self.prepared.marked.numbers).into_iter();
        let keyed = numbers.map(|number| KeyedNumber {
            place: self.place(document.tokens[number.at].span),
            value: number.value,
            words: number.words,
            street: number.street,
        });
        keyed.collect()
    }

    fn quotes(&mut self) -> Box<[KeyedQuote]> {
        let prepared = self.prepared;
        let mut quotes: Vec<KeyedQuote> = prepared.quotations.iter().map(|wording| self.quote(wording)).collect();
        quotes.extend(prepared.loose.iter().map(|loose| self.loose(loose)));
        quotes.sort_by_key(|quote| (quote.place.field, quote.place.start));
        quotes.into()
    }

    /// Words in quotation marks that are not speech, such as "so-called" phrases and the wording of a law.
    fn loose(&mut self, Loose { span, words, hashes }: &Loose) -> KeyedQuote {
        let ends = words.first().zip(words.last()).map(|(first, last)| [first.span.start, last.span.end]);
        KeyedQuote {
            place: self.place(*span),
            fact: None,
            quoted: self.list(ends.into_iter().flatten().map(|byte| byte - span.start)),
            runs: smallest_runs(hashes),
            is_woven: true,
            speaker: None,
        }
    }

    fn quote(&mut self, wording: &Wording) -> KeyedQuote {
        let span = wording.fact.span;
        let first = wording.words.first().map_or(span.start, |word| word.span.start);
        let last = wording.words.last().map_or(span.start, |word| word.span.end);
        let content = wording.fact.detail.content.iter();
        let quoted = content.map(|stretch| (stretch.start.max(first), stretch.end.min(last)));
        let quoted = quoted.filter(|(start, end)| start < end).flat_map(|(start, end)| [start, end]);
        KeyedQuote {
            place: self.place(span),
            fact: Some(self.id(FactKind::Quote, span)),
            quoted: self.list(quoted.map(|byte| byte - span.start)),
            runs: smallest_runs(&wording.hashes),
            is_woven: is_woven(self.prepared.document, first),
            speaker: self.speaker(&wording.fact.detail),
        }
    }

    /// The speaker of a quote with words in marks, if named by its cue.
    fn speaker(&mut self, quote: &Quote) -> Option<(Place, Stretch)> {
        let speaker = quote.speaker.as_ref().filter(|speaker| matches!(speaker.how, How::Named | How::PullQuote))?;
        let written = self.prepared.document.text(speaker.span);
        // "According to Ann Dale, Tom Reed said", "per Ann Dale": someone else may be named inside as the speaker.
        let cue = quote.cue.map_or("", |cue| self.prepared.document.text(cue));
        if cue.to_ascii_lowercase().starts_with("according") || cue.eq_ignore_ascii_case("per") {
            return None;
        }
        if quote.form == QuoteForm::Indirect || [" for ", "'s ", "’s "].iter().any(|word| written.contains(word)) {
            return None;
        }
        if is_one_of_several(self.prepared.document, speaker.span) {
            return None;
        }
        let person = speaker.person.map(|person| &self.prepared.facts.people[person as usize]);
        let name = match person {
            Some(person) => person.name.as_deref()?,
            None if is_before_noun(self.prepared.document, speaker.span) => return None,
            None => surname(written)?,
        };
        Some((self.place(speaker.span), self.text(name)))
    }

    fn people(&mut self) -> Box<[KeyedPerson]> {
        let named = named_ages(self.prepared);
        let people = self.prepared.facts.people.iter().enumerate();
        let full = people.filter_map(|(index, person)| Some((index, person, person.name.as_deref()?)));
        let full = full.filter(|(_, _, name)| name.contains(char::is_whitespace));
        let mut people: Vec<KeyedPerson> =
            full.map(|(index, person, name)| self.person(index, person, name, &named)).collect();
        for (index, age) in named.iter().enumerate() {
            if people.iter().all(|person| person.key != age.key) {
                people.push(self.only_named(&named[index..]));
            }
        }
        people.into()
    }

    /// A person known only by name and age: the first of `ages`, with all of the same name.
    fn only_named(&mut self, ages: &[NamedAge]) -> KeyedPerson {
        let start = self.ages.len();
        self.add_named(ages, ages[0].key);
        KeyedPerson {
            place: self.place(ages[0].name),
            name: self.text(self.prepared.document.text(ages[0].name)),
            key: ages[0].key,
            ages: since(start, self.ages.len()),
            offices: since(self.offices.len(), self.offices.len()),
        }
    }

    fn add_named(&mut self, ages: &[NamedAge], key: u64) {
        for age in ages.iter().filter(|age| age.key == key) {
            self.add_age(age.figure, age.age);
        }
    }

    fn add_age(&mut self, figure: Span, age: Decimal) {
        let (place, fact) = (self.place(figure), self.id(FactKind::Figure, figure));
        self.ages.push(KeyedAge { place, fact, age });
    }

    fn person(&mut self, index: usize, person: &Person, name: &str, named: &[NamedAge]) -> KeyedPerson {
        let (ages, offices) = (self.ages.len(), self.offices.len());
        let prepared = self.prepared;
        let own = prepared.ages.iter().filter(|age| age.person as usize == index);
        for age in own.filter(|age| named.iter().all(|other| other.figure != age.figure.span)) {
            self.add_age(age.figure.span, age.age);
        }
        self.add_named(named, key(name));
        for office in &person.offices {
            let office = self.office(person, office);
            self.offices.extend(office);
        }
        KeyedPerson {
            place: self.place(person.mentions[0].span),
            name: self.text(name),
            key: key(name),
            ages: since(ages, self.ages.len()),
            offices: since(offices, self.offices.len()),
        }
    }

    fn office(&mut self, person: &Person, office: &Office) -> Option<KeyedOffice> {
        let document = self.prepared.document;
        let behind = document.token_at(office.role.end);
        let next = document.tokens.get(behind + usize::from(document.is(behind, "."))).map(|token| token.span.start);
        // "Detective Chief Neil Dale": both are titles.
        let mut places =
            person.mentions.iter().map(|mention| mention.span).chain(person.offices.iter().map(|of| of.role));
        Some(KeyedOffice {
            rank: office.rank?,
            status: office.status,
            place: self.place(office.role),
            body: self.text(office.jurisdiction.or(office.organisation).map_or("", |span| document.text(span))),
            title: places.any(|place| Some(place.start) == next),
        })
    }
}

/// The speaker of a figure's statement: a person's name, or for others the last word, "police", "officials".
fn source<'a>(prepared: &'a Prepared, quantity: &Quantity) -> Option<&'a str> {
    let facts = prepared.facts;
    let at = facts.figures.partition_point(|fact| fact.span.start < quantity.span.start);
    let figure = facts.figures.get(at).filter(|fact| fact.span == quantity.span)?;
    let speaker = facts.quotes[figure.detail.in_quote? as usize].detail.speaker.as_ref()?;
    match speaker.person.and_then(|person| facts.people[person as usize].name.as_deref()) {
        Some(name) => Some(name),
        None if speaker.how == How::Pronoun => None,
        None => prepared.document.text(speaker.span).split_whitespace().next_back(),
    }
}

/// Whether a content word follows in the same clause: "said Dale Steel researcher Ann Lee".
fn is_before_noun(document: &Document, name: Span) -> bool {
    const GRAMMAR: Tags = Tags::CUE
        .with(Tags::AUXILIARY)
        .with(Tags::ADVERB)
        .with(Tags::CONJUNCTION)
        .with(Tags::DETERMINER)
        .with(Tags::PREPOSITION)
        .with(Tags::PRONOUN)
        .with(Tags::RELATIVE)
        .with(Tags::WEEKDAY);
    let behind = document.token_at(name.end);
    let same = behind < document.sentence_tokens(behind.saturating_sub(1)).end;
    same && document.tokens[behind].kind == TokenKind::Word && !document.tags(behind).any(GRAMMAR)
}

/// A surname without an introduction, with at most a title before it; organisations have longer names or initials.
fn surname(written: &str) -> Option<&str> {
    let is_name = |word: &str| word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase);
    let words = || written.split_whitespace();
    let last = words().next_back()?;
    (words().count() <= 2 && words().all(is_name) && !is_body(last)).then_some(last)
}

/// Whether a word is the head of an organisation's name.
fn is_body(word: &str) -> bool {
    LEXICON.look_up(&word.to_lowercase()).1.any(Tags::ORGANISATION)
}

fn since(start: usize, end: usize) -> Stretch {
    Stretch { start: start as u32, len: (end - start) as u32 }
}

/// Hashes of the first and last word of a name, in lower case and without apostrophes.
pub fn key(name: &str) -> u64 {
    let mut words = name.split_whitespace();
    let first = words.next().map_or(0, wording::hash);
    let last = words.next_back().map_or(0, wording::hash);
    u64::from(first) << 32 | u64::from(last)
}
