package mail

import (
	"context"
	"fmt"
	"time"
)

// DeliverTimeout bounds one attempt at one message.
const DeliverTimeout = 45 * time.Second

// Deliver makes one attempt at a message. A worker asks Permanent about the
// error and then cancels its job instead of trying again. The error names the
// mail's kind, never the recipient: job rows and logs keep it.
func Deliver(ctx context.Context, s Sender, m Message) error {
	m, err := m.checked()
	if err != nil {
		return fmt.Errorf("deliver %s: %w", m.Kind, err)
	}
	ctx, cancel := context.WithTimeout(ctx, DeliverTimeout)
	defer cancel()
	if err := s.Send(ctx, m); err != nil {
		return fmt.Errorf("deliver %s: %w", m.Kind, err)
	}
	return nil
}
