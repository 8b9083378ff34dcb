package jobs

import (
	"context"
	"fmt"
	"time"
)

// cancelGrace is how long a job may take to notice that its context ended.
const cancelGrace = 2 * time.Second

// Stop takes no new jobs and lets the running ones finish, for at most
// Config.StopTimeout or until ctx ends; then their contexts are cancelled and
// the error says so. A cancelled job keeps its row and is tried again, by this
// process's successor or, if it never noticed, after River's rescue interval.
// Stopping a client that was never started, or twice, is no error.
func (c *Client) Stop(ctx context.Context) error {
	if c.insertOnly || c.river.Stopped() == nil {
		return nil
	}
	c.stopping.Store(true)
	gentle, cancel := context.WithTimeout(ctx, c.stopTimeout)
	defer cancel()
	err := c.river.Stop(gentle)
	if err == nil {
		return nil
	}
	hard, cancelHard := context.WithTimeout(context.WithoutCancel(ctx), cancelGrace)
	defer cancelHard()
	if hardErr := c.river.StopAndCancel(hard); hardErr != nil {
		return fmt.Errorf("jobs: stop: running jobs ignored their cancellation: %w", hardErr)
	}
	return fmt.Errorf("jobs: stop: running jobs were cancelled: %w", err)
}
