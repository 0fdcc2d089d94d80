//! Checks what a Parquet file claims about its pages against the pages themselves, before memory is
//! allocated for the claims.

use std::{
    fs::File,
    io::{self, BufReader, Read},
};

use ::parquet::{
    basic::Encoding,
    column::page::{Page, PageMetadata, PageReader},
    errors::{ParquetError, Result},
    file::{
        metadata::{ParquetMetaData, RowGroupMetaData},
        reader::{ChunkReader, FileReader, Length, RowGroupReader},
    },
    record::reader::RowIter,
    schema::types::{ColumnDescPtr, Type},
};
use bytes::Bytes;

/// Number of values that a page may hold however few bytes it has, since equal values take next to
/// none. Writers end a page at 20,000 rows or a million bytes.
const FEW: u64 = 1 << 24;

/// A file that may be read beyond its end only once. The library skips fields that it does not
/// know, such as a list of two billion numbers, and would ask for each of them although nothing is
/// left.
pub struct EndingFile(pub File);

impl Length for EndingFile {
    fn len(&self) -> u64 {
        self.0.len()
    }
}

impl ChunkReader for EndingFile {
    type T = Ending<BufReader<File>>;

    fn get_read(&self, start: u64) -> Result<Self::T> {
        Ok(Ending { reader: self.0.get_read(start)?, ended: false })
    }

    fn get_bytes(&self, start: u64, length: usize) -> Result<Bytes> {
        self.0.get_bytes(start, length)
    }
}

/// A reader that reports its end once and then fails.
pub struct Ending<R> {
    reader: R,
    ended: bool,
}

impl<R: Read> Read for Ending<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.reader.read(buffer)?;
        if length == 0 && self.ended && !buffer.is_empty() {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        self.ended = length == 0;
        Ok(length)
    }
}

/// A file whose pages are checked. The library allocates memory for as many values as a page
/// claims, so a file of three thousand bytes that claims four billion would take all memory.
pub struct CheckedFile<F>(pub F);

impl<F: FileReader> FileReader for CheckedFile<F> {
    fn metadata(&self) -> &ParquetMetaData {
        self.0.metadata()
    }

    fn num_row_groups(&self) -> usize {
        self.0.num_row_groups()
    }

    fn get_row_group(&self, number: usize) -> Result<Box<dyn RowGroupReader + '_>> {
        Ok(Box::new(CheckedGroup(self.0.get_row_group(number)?)))
    }

    fn get_row_iter(&self, projection: Option<Type>) -> Result<RowIter<'_>> {
        RowIter::from_file(projection, self)
    }
}

struct CheckedGroup<'a>(Box<dyn RowGroupReader + 'a>);

impl RowGroupReader for CheckedGroup<'_> {
    fn metadata(&self) -> &RowGroupMetaData {
        self.0.metadata()
    }

    fn num_columns(&self) -> usize {
        self.0.num_columns()
    }

    fn get_column_page_reader(&self, number: usize) -> Result<Box<dyn PageReader>> {
        let column = self.metadata().schema_descr().column(number);
        Ok(Box::new(CheckedPages { pages: self.0.get_column_page_reader(number)?, column }))
    }

    fn get_column_bloom_filter(&self, number: usize) -> Option<&::parquet::bloom_filter::Sbbf> {
        self.0.get_column_bloom_filter(number)
    }

    fn get_row_iter(&self, projection: Option<Type>) -> Result<RowIter<'_>> {
        RowIter::from_row_group(projection, self)
    }
}

struct CheckedPages {
    pages: Box<dyn PageReader>,
    column: ColumnDescPtr,
}

impl PageReader for CheckedPages {
    fn get_next_page(&mut self) -> Result<Option<Page>> {
        let page = self.pages.get_next_page()?;
        if page.as_ref().is_some_and(|page| claims_too_much(page, &self.column)) {
            return Err(ParquetError::General("a page claims more values than it has room for".to_owned()));
        }
        Ok(page)
    }

    fn peek_next_page(&mut self) -> Result<Option<PageMetadata>> {
        self.pages.peek_next_page()
    }

    fn skip_next_page(&mut self) -> Result<()> {
        self.pages.skip_next_page()
    }
}

impl Iterator for CheckedPages {
    type Item = Result<Page>;

    fn next(&mut self) -> Option<Self::Item> {
        self.get_next_page().transpose()
    }
}

/// Whether a page claims more values than its bytes can hold. Each value of a dictionary takes at
/// least one byte. Of the other encodings, only the delta encodings state a number of values of
/// their own: in one list of lengths, or in two if values share prefixes
/// (<https://parquet.apache.org/docs/file-format/data-pages/encodings/>).
fn claims_too_much(page: &Page, column: &ColumnDescPtr) -> bool {
    let bytes = page.buffer();
    if let Page::DictionaryPage { num_values, .. } = page {
        return u64::from(*num_values) > bytes.len() as u64;
    }
    let lists = match page.encoding() {
        Encoding::DELTA_LENGTH_BYTE_ARRAY => 1,
        Encoding::DELTA_BYTE_ARRAY => 2,
        _ => 0,
    };
    let most = FEW.max(bytes.len() as u64);
    let mut left = values(page, column).unwrap_or_default();
    u64::from(page.num_values()) > most || (0..lists).any(|_| differences(&mut left) > most)
}

/// The bytes of a page after its levels, which tell how deep values are nested and which are
/// absent.
fn values<'a>(page: &'a Page, column: &ColumnDescPtr) -> Option<&'a [u8]> {
    let bytes = page.buffer();
    if let Page::DataPageV2 { def_levels_byte_len, rep_levels_byte_len, .. } = page {
        return bytes.get(def_levels_byte_len.checked_add(*rep_levels_byte_len)? as usize..);
    }
    let levels = [column.max_rep_level(), column.max_def_level()].into_iter().filter(|&most| most > 0);
    levels.into_iter().try_fold(&bytes[..], |bytes, _| {
        let length = u32::from_le_bytes(*bytes.first_chunk()?);
        bytes.get(4..)?.get(length as usize..)
    })
}

/// Skips a delta-encoded list at the start of `bytes` and returns how many numbers it claims to
/// have. The list starts with the size of a block, the number of its parts, the number of all
/// values and the first value. Then come the blocks: the least difference, a byte with the bit
/// width for each part, and the parts.
fn differences(bytes: &mut &[u8]) -> u64 {
    let (block, parts, claimed) = (number(bytes), number(bytes), number(bytes));
    number(bytes);
    let a_part = block.checked_div(parts).unwrap_or(0);
    let mut left = claimed.saturating_sub(1);
    while left > 0 && a_part > 0 && !bytes.is_empty() {
        number(bytes);
        let parts = usize::try_from(parts).unwrap_or(usize::MAX).min(bytes.len());
        let (widths, behind) = bytes.split_at(parts);
        let mut taken = 0_u64;
        for &bits in widths {
            if left == 0 {
                break;
            }
            taken = taken.saturating_add(a_part.saturating_mul(bits.into()) / 8);
            left = left.saturating_sub(a_part);
        }
        *bytes = behind.get(usize::try_from(taken).unwrap_or(usize::MAX)..).unwrap_or_default();
    }
    claimed
}

/// Takes a number from the start of `bytes`, written in groups of seven bits, the lowest first.
fn number(bytes: &mut &[u8]) -> u64 {
    let length = bytes.iter().position(|byte| byte & 0x80 == 0).map_or(bytes.len(), |last| last + 1);
    let (sevens, behind) = bytes.split_at(length);
    *bytes = behind;
    sevens.iter().rev().fold(0, |number: u64, byte| number.saturating_mul(128).saturating_add((byte & 0x7f).into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_is_told_once() {
        let mut reader = Ending { reader: &b"ab"[..], ended: false };
        let mut buffer = [0; 4];
        assert_eq!(reader.read(&mut buffer).unwrap(), 2);
        assert_eq!(reader.read(&mut buffer).unwrap(), 0);
        assert_eq!(reader.read(&mut buffer).unwrap_err().kind(), io::ErrorKind::UnexpectedEof);
    }

    #[test]
    fn lists_say_how_long_they_are_and_where_they_end() {
        // Blocks of 128 in 4 parts; 3 equal numbers from 5 on; then a single number; then bytes
        // that are not a list.
        let mut bytes: &[u8] = &[0x80, 1, 4, 3, 10, 0, 0, 9, 9, 9, 0x80, 1, 4, 1, 10, 7];
        assert_eq!(differences(&mut bytes), 3);
        assert_eq!(differences(&mut bytes), 1);
        assert_eq!(bytes, [7]);
        // Differences of two bits take eight bytes for a part of 32.
        let mut bytes: &[u8] = &[0x80, 1, 4, 2, 10, 0, 2, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 7];
        assert_eq!(differences(&mut bytes), 2);
        assert_eq!(bytes, [7]);
    }

    #[test]
    fn a_list_may_claim_anything() {
        let mut bytes: &[u8] = &[0x80, 1, 4, 0xff, 0xff, 0xff, 0xff, 0x0f, 10, 0, 0];
        assert_eq!(differences(&mut bytes), u64::from(u32::MAX));
        let mut bytes: &[u8] = &[0x80; 30];
        assert_eq!((differences(&mut bytes), bytes.len()), (0, 0));
        let mut bytes: &[u8] = &[0xff; 30];
        assert_eq!((number(&mut bytes), bytes.len()), (u64::MAX, 0));
    }
}
