package database

import (
	"context"
	"database/sql"
	"fmt"
	"time"
)

const (
	// DefaultMaxConns is the pool's size: more than about four connections a
	// core of the database cost throughput.
	DefaultMaxConns = 8
	// MinMaxConns leaves room for the job workers beside the requests.
	MinMaxConns = 4
	// DefaultReadTimeout is how long a silent server may hold a statement.
	DefaultReadTimeout = 30 * time.Second
	// connLifetime makes the pool follow a failover or a rebalanced cluster.
	connLifetime = 5 * time.Minute
)

// PoolConfig describes one pool.
type PoolConfig struct {
	// URL is the DATABASE_URL; see ParseURL.
	URL string
	// MaxConns is at least MinMaxConns; 0 means DefaultMaxConns.
	MaxConns int
	// StatementCache keeps up to 256 statements prepared on each connection.
	// It is off behind a transaction pooler whatever is said here.
	StatementCache bool
	// ReadTimeout bounds every wait for the server, so also the longest
	// statement that answers nothing meanwhile; 0 means DefaultReadTimeout,
	// less than 0 none (migrations).
	ReadTimeout time.Duration
	// Guard, when set, sees each statement first and may refuse it.
	Guard func(query string) error
	// Observe, when set, is told of each statement: the time until the first
	// row or the result, and the error. It must not block.
	Observe func(ctx context.Context, query string, took time.Duration, err error)
}

// OpenPool makes a pool. It connects when first used, so that a program starts
// while its database is away.
func OpenPool(cfg PoolConfig) (*sql.DB, error) {
	settings, err := ParseURL(cfg.URL)
	if err != nil {
		return nil, err
	}
	if cfg.MaxConns == 0 {
		cfg.MaxConns = DefaultMaxConns
	}
	if cfg.MaxConns < MinMaxConns {
		return nil, fmt.Errorf("open pool: %d connections are too few, %d is the least", cfg.MaxConns, MinMaxConns)
	}
	if cfg.ReadTimeout == 0 {
		cfg.ReadTimeout = DefaultReadTimeout
	}
	db := sql.OpenDB(&connector{
		config:      settings.config,
		cache:       cfg.StatementCache && !settings.TransactionPooler,
		readTimeout: cfg.ReadTimeout,
		guard:       cfg.Guard,
		observe:     cfg.Observe,
	})
	db.SetMaxOpenConns(cfg.MaxConns)
	db.SetMaxIdleConns(cfg.MaxConns)
	db.SetConnMaxLifetime(connLifetime)
	return db, nil
}
