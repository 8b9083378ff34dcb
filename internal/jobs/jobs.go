// Package jobs answers how work that must leave the process waits for the
// commit: a job is a row written in the caller's transaction and worked once
// after it. The package runs River over database/sql and knows no job; the
// arguments and workers live in the package whose work they are.
package jobs

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"sync/atomic"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"
)

// Defaults of Config.
const (
	DefaultPollInterval = time.Second
	DefaultMaxWorkers   = 4
	DefaultJobTimeout   = time.Minute
	DefaultStopTimeout  = 15 * time.Second

	// rescueGrace is how long after its time-out a job that still counts as
	// running is taken for the job of a process that was killed, and worked
	// again. River's own hour would be long for a mail.
	rescueGrace = time.Minute

	// DefaultMaxAttempts spreads the retries of a failing job over about two
	// days: River waits the fourth power of the attempt in seconds.
	DefaultMaxAttempts = 16
)

// ErrInsertOnly is what Start answers on a client without workers.
var ErrInsertOnly = errors.New("jobs: this client has no workers, it only inserts")

// Config says how a client works. Only DB is required.
type Config struct {
	DB      *sql.DB        // the write pool
	Workers *river.Workers // nil makes a client that only inserts
	Logger  *slog.Logger   // nil is silent

	// PollInterval is how long a committed job may wait before it is seen.
	// The driver cannot listen, so this is also the idle query rate.
	PollInterval time.Duration

	MaxWorkers  int            // jobs worked at the same time by this process
	Queues      map[string]int // further queues, with how many jobs of each are worked at the same time
	MaxAttempts int            // of jobs whose arguments say nothing else
	JobTimeout  time.Duration  // after which a job's context ends
	StopTimeout time.Duration  // how long Stop lets running jobs finish

	// Periodic jobs are inserted by whichever process currently leads.
	Periodic []*river.PeriodicJob

	// Observe, if set, is told of every attempt: its kind, how long it took
	// and what it answered (a panic is an error here). It is called from
	// several goroutines.
	Observe func(kind string, took time.Duration, err error)

	// Now measures attempts for Observe; nil is time.Now.
	Now func() time.Time
}

// Client inserts jobs and, if it was given workers, works them.
type Client struct {
	river       *river.Client[*sql.Tx]
	insertOnly  bool
	stopTimeout time.Duration
	stopping    *atomic.Bool
}

// New checks the configuration and makes a client. Nothing runs before Start.
func New(c Config) (*Client, error) {
	if c.DB == nil {
		return nil, errors.New("jobs: no database")
	}
	c = c.withDefaults()
	var stopping atomic.Bool
	conf := &river.Config{
		Logger:       slog.New(quiet{c.Logger.Handler(), &stopping}),
		MaxAttempts:  c.MaxAttempts,
		JobTimeout:   c.JobTimeout,
		PollOnly:     true,
		PeriodicJobs: c.Periodic,

		RescueStuckJobsAfter: c.JobTimeout + rescueGrace,
	}
	if c.Workers != nil {
		conf.Workers = c.Workers
		conf.FetchPollInterval = c.PollInterval
		conf.FetchCooldown = min(c.PollInterval, river.FetchCooldownDefault)
		conf.Queues = map[string]river.QueueConfig{river.QueueDefault: {MaxWorkers: c.MaxWorkers}}
		for name, workers := range c.Queues {
			conf.Queues[name] = river.QueueConfig{MaxWorkers: workers}
		}
	}
	if c.Observe != nil {
		conf.Middleware = []rivertype.Middleware{observer(c.Observe, c.Now)}
	}
	client, err := river.NewClient(newDriver(c.DB), conf)
	if err != nil {
		return nil, fmt.Errorf("jobs: configure: %w", err)
	}
	return &Client{river: client, insertOnly: c.Workers == nil, stopTimeout: c.StopTimeout, stopping: &stopping}, nil
}

func (c Config) withDefaults() Config {
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	if c.PollInterval <= 0 {
		c.PollInterval = DefaultPollInterval
	}
	if c.MaxWorkers <= 0 {
		c.MaxWorkers = DefaultMaxWorkers
	}
	if c.MaxAttempts <= 0 {
		c.MaxAttempts = DefaultMaxAttempts
	}
	if c.JobTimeout <= 0 {
		c.JobTimeout = DefaultJobTimeout
	}
	if c.StopTimeout <= 0 {
		c.StopTimeout = DefaultStopTimeout
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	return c
}

// Start begins to work jobs. The end of ctx bounds only the start: running
// jobs are ended by Stop alone, so that a signal does not cut a mail in half.
func (c *Client) Start(ctx context.Context) error {
	if c.insertOnly {
		return ErrInsertOnly
	}
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("jobs: start: %w", err)
	}
	if err := c.river.Start(context.WithoutCancel(ctx)); err != nil {
		return fmt.Errorf("jobs: start: %w", err)
	}
	return nil
}
