# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Data only: which functions of LevelDB 1.23 the demo tags, and how. None of LevelDB's text is here.

LevelDB was written by people, long before there were models: the tags are make-believe, the code under them is real.

place: before   the tag stands on the lines before the function
       inside   the tag stands inside the body, before its first loop or branch
       lambda   LevelDB 1.23 has no lambda, so one of ours is put at the top of the function's body, tagged, and called
                once per command-line argument
       end      the tag stands at the end of the file and belongs to nothing
"""
import typing


class Tag(typing.NamedTuple):
    file: str
    function: str  # as the definition writes it
    name: str  # as the manifest calls it; the name of our counter
    place: str
    what: str  # shown by the demo
    text: str  # the comment


TAGS = [
    Tag("util/coding.h", "GetVarint32Ptr", "leveldb::GetVarint32Ptr", "before",
        "inline function in a header",
        '// AI-generated: GPT-4, 2024-01-15, prompt: "fast path for one-byte varints"'),
    Tag("include/leveldb/slice.h", "Slice::compare", "leveldb::Slice::compare", "before",
        "inline method in a public header",
        '// @ai-generated model: claude-3-5-sonnet-20241022; date: 2024-11-02; prompt: "three-way comparison of byte ranges"'),
    Tag("db/skiplist.h", "SkipList<Key, Comparator>::Insert", "leveldb::SkipList::Insert", "before",
        "method of a class template",
        '// AI-assisted: Copilot, 2024-03-09, prompt: "insert without a lock for readers"'),
    Tag("db/db_impl.cc", "ClipToRange", "leveldb::ClipToRange", "before",
        "static function template",
        '// AI-generated: GPT-4o, 2024-06-20'),
    Tag("db/db_impl.cc", "DBImpl::Get", "leveldb::DBImpl::Get", "before",
        "method defined out of line",
        '// AI-modified: GPT-4, 2024-02-11, prompt: "look in the memtable before the files", reviewed-by: alice'),
    Tag("db/db_impl.cc", "DBImpl::Write", "leveldb::DBImpl::Write", "before",
        "method with a tag of several lines",
        '/* AI-generated: claude-3-opus\n * date: 2024-04-30\n * prompt: "let one writer\n *   write for those who wait"\n */'),
    Tag("table/block_builder.cc", "BlockBuilder::BlockBuilder", "leveldb::BlockBuilder::BlockBuilder", "before",
        "constructor",
        '// AI-generated: Gemini 1.5 Pro, 2024-05-21, prompt: "start a block with its first restart point"'),
    Tag("table/block.cc", "Block::~Block", "leveldb::Block::~Block", "before",
        "destructor",
        '// AI-generated: GPT-4, 2024-01-16'),
    Tag("db/memtable.cc", "GetLengthPrefixedSlice", "leveldb::GetLengthPrefixedSlice", "before",
        "static function",
        "// AI-generated: GPT-3.5, 2023-11-05, prompt: 'read a length and that many bytes'"),
    Tag("db/memtable.cc", "MemTable::KeyComparator::operator()",
        "leveldb::MemTable::KeyComparator::operator()", "before",
        "operator",
        '// AI-generated: GPT-4, 2024-01-15, prompt: "compare two encoded keys"'),
    Tag("db/c.cc", "leveldb_put", "leveldb_put", "before",
        "C function",
        '/* AI-generated: Llama 3, 2024-07-01, prompt: "C binding of Put" */'),
    Tag("benchmarks/db_bench.cc", "main", "main::(lambda#1)", "lambda",
        "lambda",
        '// AI-generated: Codestral, 2024-08-08, prompt: "is it an option?"'),
    Tag("util/hash.cc", "Hash", "leveldb::Hash", "inside",
        "tag on a part of a body",
        '// AI-generated: GPT-4, 2024-01-18, prompt: "unroll by four"'),
    Tag("table/block.cc", "Block::NewIterator", "leveldb::Block::NewIterator", "before",
        "malformed tag (date and quote)",
        '// AI-generated: GPT-4, 2024-13-45, prompt: "iterate over one block'),
    Tag("db/filename.cc", "", "", "end",
        "tag that belongs to nothing",
        '// AI-generated: GPT-4, 2024-01-19, prompt: "left behind"'),
]
