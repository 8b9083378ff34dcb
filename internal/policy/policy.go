// Package policy answers which policy this process decides by: the built-in
// roles and the custom roles in the database, read again whenever another
// process changes them.
package policy

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"tenantry/authz"
	"tenantry/internal/database"
)

// Channel is where processes tell each other that custom roles changed.
const Channel = "tenantry_policy"

// DefaultPollEvery bounds how long a change can stay unheard: notifications
// are a hint, looking is what is relied on.
const DefaultPollEvery = 15 * time.Second

// Changed tells every process, once tx commits, that custom roles changed.
func Changed(ctx context.Context, tx *database.Tx) error { return tx.Notify(ctx, Channel, "") }

// Keeper keeps an Authorizer in step with the custom roles of all resellers.
type Keeper struct {
	DB         *database.DB
	Authorizer *authz.Authorizer
	ListenDSN  string        // database.Settings.DSN; empty behind a transaction pooler: then it only looks
	PollEvery  time.Duration // 0: DefaultPollEvery
	Log        *slog.Logger

	loaded string // fingerprint of what the policy was made from
}

// Run reloads until the context ends.
func (k *Keeper) Run(ctx context.Context) error {
	every := k.PollEvery
	if every <= 0 {
		every = DefaultPollEvery
	}
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	var heard <-chan *pq.Notification
	if k.ListenDSN != "" {
		l := pq.NewListener(k.ListenDSN, 100*time.Millisecond, 5*time.Second, nil)
		defer l.Close() //nolint:errcheck // the process stops
		if err := l.Listen(Channel); err != nil {
			k.Log.WarnContext(ctx, "cannot listen for changes of roles; looking now and then instead", "error", err)
		} else {
			heard = l.NotificationChannel()
		}
	}
	for {
		if err := k.Reload(ctx); err != nil && ctx.Err() == nil {
			k.Log.ErrorContext(ctx, "cannot read custom roles; deciding by the ones known", "error", err)
		}
		select {
		case <-ctx.Done():
			return nil
		case <-heard:
		case <-ticker.C:
		}
	}
}

// Reload makes the policy anew when the custom roles are not the ones it was
// made from.
func (k *Keeper) Reload(ctx context.Context) error {
	ctx = database.Unguarded(ctx, "the policy holds the custom roles of every reseller")
	var now string
	err := k.DB.Write.QueryRowContext(ctx,
		"SELECT count(*) || '/' || coalesce(md5(string_agg(role_id::text || permission, ',' ORDER BY role_id, permission)), '') FROM role_permissions").Scan(&now)
	if err != nil {
		return fmt.Errorf("look at custom roles: %w", err)
	}
	if now == k.loaded {
		return nil
	}
	roles, err := k.customRoles(ctx)
	if err != nil {
		return err
	}
	p, err := authz.Load(roles...)
	if err != nil {
		return fmt.Errorf("make the policy: %w", err)
	}
	k.Authorizer.Swap(p)
	k.loaded = now
	return nil
}

func (k *Keeper) customRoles(ctx context.Context) ([]authz.CustomRole, error) {
	rows, err := k.DB.Write.QueryContext(ctx, "SELECT role_id, permission FROM role_permissions ORDER BY role_id, permission")
	if err != nil {
		return nil, fmt.Errorf("read custom roles: %w", err)
	}
	defer rows.Close()
	var roles []authz.CustomRole
	for rows.Next() {
		var id uuid.UUID
		var name string
		if err := rows.Scan(&id, &name); err != nil {
			return nil, fmt.Errorf("read custom roles: %w", err)
		}
		permission, err := authz.ParseName(name)
		if err != nil {
			k.Log.WarnContext(ctx, "a custom role holds a permission of another version; passed over", "role", id, "permission", name)
			continue
		}
		if n := len(roles); n == 0 || roles[n-1].Key != id.String() {
			roles = append(roles, authz.CustomRole{Key: id.String()})
		}
		last := &roles[len(roles)-1]
		last.Permissions = append(last.Permissions, permission)
	}
	return roles, rows.Err()
}
