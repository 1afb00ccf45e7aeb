#pragma once

#include <set>
#include <string>

namespace bot_test {

// The functions that the headers of bot/conversation/replies declare to give a Reply, read from the
// files: a new one is found without being listed anywhere.
std::set<std::string> declared_replies();

// "file: line" of the sources of bot outside that folder that put a title or a body into a Reply of
// their own.
std::set<std::string> replies_made_elsewhere();

// The names of notices (adapters::whatsapp::notice_names) that the sources of bot hold as a text of
// their own: those that this version sends.
std::set<std::string> notice_names_in_sources();

}  // namespace bot_test
