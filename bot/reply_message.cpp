#include "bot/reply_message.hpp"

namespace bot {

storage::NewMessage message_of(const Reply& reply, Random& random) {
    storage::NewMessage message;
    message.title = reply.title;
    message.body = reply.body;
    message.buttons = encode_buttons(reply);
    message.parameters = encode_parameters(reply);
    if (!reply.buttons.empty() || !reply.parameters.empty()) message.press_key = random.token();
    if (reply.berkas) {
        message.lampiran = {reply.berkas->sha256, reply.berkas->nama, reply.berkas->tipe};
    }
    return message;
}

}  // namespace bot
