#include "storage/binding_store.hpp"

#include "storage/errors.hpp"

namespace storage {
namespace {

void add_codes(Params& params, std::span<const KodeKey> codes) {
    ArrayParam instansi, ids;
    for (const KodeKey& code : codes) {
        instansi.add(code.instansi_id);
        ids.add(code.kode_id);
    }
    params.add(instansi).add(ids);
}

Params ids_of(std::span<const AlamatKey> addresses) {
    ArrayParam instansi, ids;
    for (const AlamatKey& address : addresses) {
        instansi.add(address.pegawai.instansi_id);
        ids.add(address.alamat_id);
    }
    return Params().add(instansi).add(ids);
}

}  // namespace

std::map<std::string, Candidate> BindingStore::candidates(
    std::span<const std::string> nips, domain::Instant now
) {
    std::map<std::string, Candidate> found;
    if (nips.empty()) return found;
    ArrayParam wanted;
    for (const std::string& nip : nips) wanted.add(nip);
    for (const Row row : transaction_.run("binding/candidates", Params().add(wanted).add(now))) {
        found[row.text(0)] = {
            .key = {row.number(1), row.number(2)},
            .nama = row.text(3),
            .telepon = row.text_or_empty(4),
            .kode_id = row.number_or_none(5),
            .kode_hash = row.is_null(6) ? "" : row.bytes(6),
        };
    }
    return found;
}

std::map<std::string, Candidate> BindingStore::by_token(
    std::span<const std::string> token_hashes, domain::Instant now
) {
    std::map<std::string, Candidate> found;
    if (token_hashes.empty()) return found;
    ArrayParam wanted;
    for (const std::string& hash : token_hashes) wanted.add_bytes(hash);
    for (const Row row : transaction_.run("binding/by_token", Params().add(wanted).add(now))) {
        found[row.bytes(0)] = {
            .key = {row.number(1), row.number(2)},
            .nama = row.text(3),
            .telepon = "",
            .kode_id = row.number(4),
            .kode_hash = "",
        };
    }
    return found;
}

std::set<std::int64_t> BindingStore::bound(
    std::span<const PegawaiKey> persons, domain::Instant now
) {
    std::set<std::int64_t> bound;
    if (persons.empty()) return bound;
    Params params;
    add_keys(params, persons);
    for (const Row row : transaction_.run("binding/has_alamat", params.add(now))) {
        bound.insert(row.number(0));
    }
    return bound;
}

std::vector<OldAddress> BindingStore::bind(std::span<const NewBinding> bindings) {
    std::vector<OldAddress> old;
    if (bindings.empty()) return old;
    ArrayParam instansi, pegawai, conversation, pada, memutus;
    for (const NewBinding& binding : bindings) {
        instansi.add(binding.pegawai.instansi_id);
        pegawai.add(binding.pegawai.pegawai_id);
        conversation.add(binding.conversation_id);
        pada.add(binding.pada);
        memutus.add(binding.boleh_memutus_sejak);
    }
    for (const Row row : transaction_.run(
             "binding/add_alamat",
             Params().add(instansi).add(pegawai).add(conversation).add(pada).add(memutus)
         )) {
        old.push_back({{row.number(0), row.number(1)}, row.number(2), row.flag(3)});
    }
    return old;
}

void BindingStore::use(std::span<const KodeKey> codes, domain::Instant now) {
    if (codes.empty()) return;
    Params params;
    add_codes(params, codes);
    const auto used = transaction_.run("binding/use_codes", params.add(now)).affected();
    if (used != static_cast<std::int64_t>(codes.size()))
        throw Conflict("a code was used meanwhile");
}

void BindingStore::count_wrong(std::span<const KodeKey> codes) {
    if (codes.empty()) return;
    Params params;
    add_codes(params, codes);
    transaction_.run("binding/count_wrong", params);
}

void BindingStore::end(std::span<const AlamatKey> addresses, domain::Instant now) {
    if (addresses.empty()) return;
    transaction_.run("binding/end_alamat", ids_of(addresses).add(now));
}

void BindingStore::undo(std::span<const AlamatKey> addresses, domain::Instant now) {
    if (addresses.empty()) return;
    transaction_.run("binding/undo_bind", ids_of(addresses).add(now));
}

void BindingStore::reopen(std::span<const EndedBinding> bindings) {
    if (bindings.empty()) return;
    ArrayParam instansi, pegawai, conversation, pada;
    for (const EndedBinding& binding : bindings) {
        instansi.add(binding.pegawai.instansi_id);
        pegawai.add(binding.pegawai.pegawai_id);
        conversation.add(binding.conversation_id);
        pada.add(binding.pada);
    }
    transaction_.run(
        "binding/reopen", Params().add(instansi).add(pegawai).add(conversation).add(pada)
    );
}

void BindingStore::reject_newer(std::span<const AlamatKey> addresses, domain::Instant now) {
    if (addresses.empty()) return;
    ArrayParam instansi, pegawai, ids;
    for (const AlamatKey& address : addresses) {
        instansi.add(address.pegawai.instansi_id);
        pegawai.add(address.pegawai.pegawai_id);
        ids.add(address.alamat_id);
    }
    transaction_.run("binding/reject_new", Params().add(instansi).add(pegawai).add(ids).add(now));
}

void BindingStore::add_code(const NewKode& kode) {
    Params params;
    params.add(kode.pegawai.instansi_id).add(kode.pegawai.pegawai_id);
    params.add_bytes(kode.kode_hash).add_bytes(kode.token_hash).add(kode.berakhir_pada);
    transaction_.run("binding/add_code", params);
}

std::string BindingStore::server_key(std::string_view purpose, std::string_view fresh) {
    transaction_.run("binding/keep_server_key", Params().add(purpose).add_bytes(fresh));
    return transaction_.run("binding/server_key", Params().add(purpose))[0].bytes(0);
}

}  // namespace storage
