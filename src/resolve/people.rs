//! Gathers mentions into people: a surname, a given name after a title or a full name may refer to one person.

use rustc_hash::FxHashMap;

use super::{
    alias::{self, Form},
    alone::Alone,
    caseless::Caseless,
    couples, genders,
    namesakes::{self, Speech, Told},
    titles::Titles,
};
use crate::types::{Document, Fact, Mention, Name, OfficeFact, Person, Quote, Span};

/// A person under construction.
#[derive(Debug, Default)]
pub(super) struct Gathered<'a> {
    pub(super) form: Form<'a>,
    /// The mention with the most words.
    fullest: Span,
    /// The family name of someone else that belongs behind the fullest mention too.
    shared: Option<Span>,
    pub(super) mentions: Vec<Mention>,
    /// The number of mentions that are full names; they come first.
    pub(super) full: usize,
    /// Whether a full name of the same family is joined to one of the mentions: `Finch and Nora Finch`.
    pub(super) beside_kin: bool,
    /// What comes with the first mention by full name.
    pub(super) told: Told,
    confidence: f32,
}

impl Gathered<'_> {
    /// The last mention before a place; mentions by full name come before all others, each kind in text order.
    pub(super) fn last_before(&self, at: Span) -> Option<Span> {
        let (full, short) = self.mentions.split_at(self.full);
        let full = full[..full.partition_point(|mention| mention.span < at)].last();
        let short = short[..short.partition_point(|mention| mention.span < at)].last();
        full.into_iter().chain(short).map(|mention| mention.span).max()
    }
}

/// The most people of one name with which a short form is compared.
pub(super) const NAMESAKES: usize = 32;

/// The most bytes between two names joined by `and`: ` and the first lady, `.
const BETWEEN_BYTES: u32 = 30;

/// Whether the text between two names joins them as two people. After a full name, a title must come before the other,
/// as `Nora Finch and Finch's dog` names one person.
fn is_and(between: &str, full_first: bool) -> bool {
    let title = between.len() > " and ".len();
    between.starts_with(" and ") && !between.contains(['.', '\n', ';', ':']) && (title || !full_first)
}

/// The people found so far, and whom a word may refer to.
#[derive(Debug, Default)]
pub(super) struct Register<'a> {
    pub(super) people: Vec<Gathered<'a>>,
    by_word: FxHashMap<Caseless<'a>, Vec<usize>>,
}

/// The people of an article in order of their first mention, each with all mentions and offices.
///
/// Full names are gathered first, then each short form joins the person it fits: of several, in general the one
/// mentioned last before it.
pub fn gather(
    document: &Document,
    names: &[Fact<Name>],
    offices: &[Fact<OfficeFact>],
    quotes: &[Fact<Quote>],
) -> Vec<Person> {
    let mut register = Register::default();
    register.by_word.reserve(2 * names.len());
    let mut forms: Vec<Form> = names.iter().map(|name| alias::form(document, &name.detail)).collect();
    genders::correct(document, names, &mut forms);
    let shared = couples::share(document, names, &mut forms);
    let full = names.iter().zip(&forms).enumerate().filter(|(_, (_, form))| form.is_full());
    for (index, (name, form)) in full {
        let known = register.full_name(form, name.sentence);
        register.add(name, form, known);
        if let (None, Some(person)) = (known, register.people.last_mut()) {
            person.told = namesakes::told(document, name.span, form.gender);
            person.shared = shared.binary_search_by_key(&index, |&(of, _)| of).ok().map(|at| shared[at].1);
        }
    }
    let titles = Titles::of(offices);
    let speech = Speech::of(quotes);
    for (name, form) in names.iter().zip(&forms).filter(|(_, form)| !form.is_full() && form.gender.is_some()) {
        register.expect(name, form);
    }
    for (index, (name, form)) in names.iter().zip(&forms).enumerate().filter(|(_, (_, form))| !form.is_full()) {
        let kin = register.kin_beside(document, form, name.span);
        let alone = Alone { form, at: name.span, next: names.get(index + 1).map(|next| next.span), kin };
        let known = register.short_form(document, &alone, &titles, &speech);
        register.add(name, form, known);
        if kin.is_some() {
            let person = known.unwrap_or(register.people.len() - 1);
            register.people[person].beside_kin = true;
        }
    }
    let mut people = register.people(document, &titles);
    add_offices(&mut people, offices);
    people.sort_by_key(|person| person.mentions[0].span);
    people
}

impl<'a> Register<'a> {
    /// The person with this full name: `Mike Dale and Michael Dale` in one sentence are two people.
    fn full_name(&self, form: &Form, sentence: u32) -> Option<usize> {
        let mut candidates = self.known(form.family.last()?).chain(self.known(form.given.first()?));
        candidates.find(|&person| {
            let Gathered { form: known, mentions, .. } = &self.people[person];
            let beside = mentions.last().is_some_and(|mention| mention.sentence == sentence);
            alias::same_full_name(known, form) && !(beside && alias::differ_as_nickname(known, form))
        })
    }

    /// The people a word may refer to, the last found first; of very many only the nearest, so that no text takes
    /// quadratic time.
    pub(super) fn known<'k>(&'k self, word: &'k str) -> impl Iterator<Item = usize> {
        self.by_word.get(&Caseless(word)).into_iter().flatten().rev().take(NAMESAKES).copied()
    }

    /// The person of the same family whose full name `and` joins to the mention, and who is therefore someone else.
    fn kin_beside(&self, document: &Document, form: &Form, at: Span) -> Option<usize> {
        let word = form.words().last()?;
        let beside = |mention: &Mention| {
            let (first, second) = if mention.span < at { (mention.span, at) } else { (at, mention.span) };
            second.start > first.end
                && second.start - first.end <= BETWEEN_BYTES
                && is_and(document.text(Span { start: first.end, end: second.start }), mention.span < at)
        };
        let full = |person: &usize| {
            let Gathered { form: known, mentions, full, .. } = &self.people[*person];
            let family = known.family.last().is_some_and(|family| alias::same_word(family, word));
            let near = mentions[..*full].partition_point(|mention| mention.span < at);
            family && mentions[..*full].iter().skip(near.saturating_sub(1)).take(2).any(beside)
        };
        self.known(word).find(full)
    }

    /// Registers a person who is never named in full and is not the one who is: the `Mr Finch` next to Nora Finch, who
    /// may be introduced with a title without a gender.
    fn expect(&mut self, name: &Fact<Name>, form: &Form<'a>) {
        let mut words = form.words();
        let (Some(word), None) = (words.next(), words.next()) else { return };
        if self.known(word).any(|person| alias::fits(&self.people[person].form, form)) {
            return;
        }
        self.by_word.entry(Caseless(word)).or_default().push(self.people.len());
        self.people.push(Gathered { form: form.clone(), fullest: name.span, ..Gathered::default() });
    }

    fn add(&mut self, name: &Fact<Name>, form: &Form<'a>, known: Option<usize>) {
        let index = known.unwrap_or(self.people.len());
        if known.is_none() {
            self.people.push(Gathered { form: form.clone(), fullest: name.span, ..Gathered::default() });
        }
        for word in form.words() {
            let people = self.by_word.entry(Caseless(word)).or_default();
            if !people.iter().rev().take(NAMESAKES).any(|&person| person == index) {
                people.push(index);
            }
        }
        let person = &mut self.people[index];
        person.mentions.push(Mention { span: name.span, sentence: name.sentence });
        person.full += usize::from(form.is_full());
        person.confidence = person.confidence.max(name.confidence);
        person.form.gender = person.form.gender.or(form.gender);
        person.form.generation = person.form.generation.or(form.generation);
        if form.words().count() > person.form.words().count() {
            let Form { gender, generation, .. } = person.form;
            person.form = Form { gender, generation, ..form.clone() };
            (person.fullest, person.shared) = (name.span, None);
        }
    }

    fn people(self, document: &Document, titles: &Titles) -> Vec<Person> {
        let person = |mut gathered: Gathered| {
            gathered.mentions.sort_by_key(|mention| mention.span);
            let lone = gathered.form.words().count() == 1 && !titles.is_any(&gathered.mentions);
            if lone && gathered.form.gender.is_none() {
                gathered.form.gender = namesakes::given_gender(document, gathered.fullest);
            }
            let mut name = document.text(gathered.fullest).to_owned();
            if let Some(family) = gathered.shared {
                name.push(' ');
                name.push_str(document.text(family));
            }
            Person {
                name: Some(name),
                mentions: gathered.mentions,
                gender: gathered.form.gender,
                offices: Vec::new(),
                confidence: gathered.confidence,
            }
        };
        self.people.into_iter().filter(|gathered| !gathered.mentions.is_empty()).map(person).collect()
    }
}

/// Gives each office to its holder, except those of pronouns; an official without a name becomes a person of their own.
fn add_offices(people: &mut Vec<Person>, offices: &[Fact<OfficeFact>]) {
    let mut holders: FxHashMap<Span, usize> = FxHashMap::default();
    for (index, person) in people.iter().enumerate() {
        holders.extend(person.mentions.iter().map(|mention| (mention.span, index)));
    }
    for fact in offices {
        match fact.detail.holder {
            Some(holder) => {
                let Some(&person) = holders.get(&holder) else { continue };
                people[person].offices.push(fact.detail.office.clone());
            }
            None => people.push(Person {
                name: None,
                mentions: vec![Mention { span: fact.span, sentence: fact.sentence }],
                offices: vec![fact.detail.office.clone()],
                confidence: fact.confidence,
                ..Person::default()
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn a_given_name_behind_sir_or_bishop_joins() {
        people(
            "
Sir Edward Mallory met the Bishop of Norvale, Stephen Tolland. Sir Edward left; Bishop Stephen stayed.
    ^^^^^^^^^^^^^^ person Edward Mallory
                           ^^^^^^ office [Bishop] organisation=[Norvale] jurisdiction=[Norvale] holder=Stephen Tolland
                                              ^^^^^^^^^^^^^^^ person Stephen Tolland
                                                                   ^^^^^^ person Edward Mallory
                                                                                ^^^^^^ office [Bishop] holder=Stephen Tolland
                                                                                       ^^^^^^^ person Stephen Tolland
",
        );
    }

    #[test]
    fn a_father_and_his_son_of_one_name_are_two() {
        people(
            "
Ivo Tolland Sr., 60, rowed with his son, Ivo Tolland Jr., 22. Tolland Jr. won; Ivo Tolland Sr. cheered.
^^^^^^^^^^^^^^ person Ivo Tolland Sr
                                         ^^^^^^^^^^^^^^ person Ivo Tolland Jr
                                                              ^^^^^^^^^^ person Ivo Tolland Jr
                                                                               ^^^^^^^^^^^^^^ person Ivo Tolland Sr
",
        );
    }

    #[test]
    fn shared_surnames_are_told_apart() {
        people(
            "
Lee Addison and his sister Kate Addison swam. Mr Addison won, but Kate was faster. Ms Addison smiled.
^^^^^^^^^^^ person Lee Addison
                           ^^^^^^^^^^^^ person Kate Addison
                                                 ^^^^^^^ person Lee Addison
                                                                  ^^^^ person Kate Addison
                                                                                      ^^^^^^^ person Kate Addison
",
        );
    }

    #[test]
    fn one_who_stands_beside_their_kin_is_another() {
        people(
            "
President Crane and Lydia Crane, the first lady, waved. Crane left.
^^^^^^^^^ office [President] holder=Crane
          ^^^^^ person Crane
                    ^^^^^^^^^^^ person Lydia Crane
                                                        ^^^^^ person Crane
",
        );
    }

    #[test]
    fn a_title_without_a_gender_introduces_who_is_not_named_in_full() {
        people(
            "
President Crane waved. Lydia Crane opened a school. Mr. Crane was late.
^^^^^^^^^ office [President] holder=Crane
          ^^^^^ person Crane
                       ^^^^^^^^^^^ person Lydia Crane
                                                        ^^^^^ person Crane
",
        );
    }

    #[test]
    fn a_royal_title_stands_with_a_given_name() {
        people(
            "
Prince Edward waved. Edward Finch left with Prince Farid al-Tamer; Prince Farid smiled at Finch.
^^^^^^ office [Prince] holder=Edward
       ^^^^^^ person Edward
                     ^^^^^^^^^^^^ person Edward Finch
                                            ^^^^^^ office [Prince] holder=Farid al-Tamer
                                                   ^^^^^^^^^^^^^^ person Farid al-Tamer
                                                                   ^^^^^^ office [Prince] holder=Farid al-Tamer
                                                                          ^^^^^ person Farid al-Tamer
                                                                                          ^^^^^ person Edward Finch
",
        );
    }

    #[test]
    fn the_surname_is_not_the_last_word() {
        people(
            "
Omar Farid Hamdan met Ban Ki-seok, Ayman al-Zahiri and Luis Prada Carrillo. Mr. Farid saw Mr. Ban; Zahiri saw Prada Carrillo.
^^^^^^^^^^^^^^^^^ person Omar Farid Hamdan
                      ^^^^^^^^^^^ person Ban Ki-seok
                                   ^^^^^^^^^^^^^^^ person Ayman al-Zahiri
                                                       ^^^^^^^^^^^^^^^^^^^ person Luis Prada Carrillo
                                                                                ^^^^^ person Omar Farid Hamdan
                                                                                              ^^^ person Ban Ki-seok
                                                                                                   ^^^^^^ person Ayman al-Zahiri
                                                                                                              ^^^^^^^^^^^^^^ person Luis Prada Carrillo
",
        );
    }

    #[test]
    fn a_title_tells_who_is_called_by_it() {
        people(
            "
Senator Tom Hale died in May. Una Hale, Senator Hale’s widow, left.
^^^^^^^ office [Senator] holder=Tom Hale
        ^^^^^^^^ person Tom Hale
                              ^^^^^^^^ person Una Hale
                                        ^^^^^^^ office [Senator] holder=Tom Hale
                                                ^^^^ person Tom Hale
",
        );
    }
}
