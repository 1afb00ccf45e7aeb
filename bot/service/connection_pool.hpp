#pragma once

#include <memory>
#include <mutex>
#include <semaphore>
#include <string>
#include <vector>

#include "storage/connection.hpp"

namespace bot {

// A few connections of one role that many threads use in turn. Shared by all threads.
class ConnectionPool {
public:
    ConnectionPool(std::string database_url, storage::ConnectionRole role, int size)
        : database_url_(std::move(database_url)), role_(role), free_(size) {}

    // Runs `call(storage::Connection&)` with a connection of its own; waits for one. Throws what
    // the call throws; a connection that is of no use any more is dropped.
    template <class Call>
    auto with(Call call) {
        const Lease lease(*this);
        return call(*lease.connection);
    }

private:
    struct Lease {
        explicit Lease(ConnectionPool& owner) : pool(owner) {
            pool.free_.acquire();
            try {
                connection = pool.take();
            } catch (...) {
                pool.free_.release();
                throw;
            }
        }
        ~Lease() {
            if (connection->usable()) pool.put(std::move(connection));
            pool.free_.release();
        }
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        ConnectionPool& pool;
        std::unique_ptr<storage::Connection> connection;
    };

    std::unique_ptr<storage::Connection> take() {
        {
            const std::lock_guard lock(mutex_);
            if (!idle_.empty()) {
                auto connection = std::move(idle_.back());
                idle_.pop_back();
                return connection;
            }
        }
        return std::make_unique<storage::Connection>(database_url_, role_);
    }
    void put(std::unique_ptr<storage::Connection> connection) {
        const std::lock_guard lock(mutex_);
        idle_.push_back(std::move(connection));
    }

    const std::string database_url_;
    const storage::ConnectionRole role_;
    std::counting_semaphore<> free_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<storage::Connection>> idle_;
};

}  // namespace bot
