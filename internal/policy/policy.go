// Package policy answers which policy this process decides by: the built-in
// roles and the custom roles in the database, read again whenever another
// process changes them.
package policy

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
	"sync"
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

// Changed tells every process, once tx commits, that a role changed.
func Changed(ctx context.Context, tx *database.Tx, role uuid.UUID) error {
	return tx.Notify(ctx, Channel, role.String())
}

// Keeper keeps an Authorizer in step with the custom roles of all resellers.
type Keeper struct {
	DB         *database.DB
	Authorizer *authz.Authorizer
	ListenDSN  string        // database.Settings.DSN; empty behind a transaction pooler: then it only looks
	PollEvery  time.Duration // 0: DefaultPollEvery
	Log        *slog.Logger

	mu       sync.Mutex
	loaded   map[uuid.UUID]string // the permissions of each custom role, as last read; nil: never
	builtIns int64                // versions of the built-in roles' rows, summed up
}

// rebuildAt is how many changes at once make the policy anew instead of one
// after the other: each copies the tables of roles.
const rebuildAt = 64

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
	err := k.Reload(ctx)
	for {
		if err != nil && ctx.Err() == nil {
			k.Log.ErrorContext(ctx, "cannot read custom roles; deciding by the ones known", "error", err)
		}
		select {
		case <-ctx.Done():
			return nil
		case n := <-heard:
			err = k.hear(ctx, n)
		case <-ticker.C:
			err = k.Reload(ctx)
		}
	}
}

// Reload looks at every custom role and puts those in force that are not as
// they were. Only when many differ is the whole policy made.
func (k *Keeper) Reload(ctx context.Context) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	ctx = database.Unguarded(ctx, "the policy holds the custom roles of every reseller")
	found, err := k.permissions(ctx, "SELECT role_id, string_agg(permission, ',' ORDER BY permission) FROM role_permissions GROUP BY role_id")
	if err != nil {
		return err
	}
	var differ []uuid.UUID
	for id, names := range found {
		if k.loaded[id] != names {
			differ = append(differ, id)
		}
	}
	for id := range k.loaded {
		if _, ok := found[id]; !ok {
			differ = append(differ, id)
		}
	}
	if k.loaded == nil {
		k.loaded = map[uuid.UUID]string{} // the Authorizer knows the built-in roles
	}
	if len(differ) >= rebuildAt {
		if err := k.rebuild(ctx, found); err != nil {
			return err
		}
		differ = nil
	}
	for _, id := range differ {
		if err := k.learn(ctx, id, found[id]); err != nil {
			return err
		}
	}
	return k.renew(ctx)
}

// hear is Reload for what a notification is about.
func (k *Keeper) hear(ctx context.Context, n *pq.Notification) error {
	if n != nil { // else the connection was lost, and we do not know what was said
		if id, err := uuid.Parse(n.Extra); err == nil {
			return k.Refresh(ctx, id)
		}
	}
	return k.Reload(ctx)
}

// Refresh puts one role in force as the database has it. Call it after the
// commit where the very next request must see the change.
func (k *Keeper) Refresh(ctx context.Context, id uuid.UUID) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.loaded == nil {
		k.loaded = map[uuid.UUID]string{}
	}
	ctx = database.Unguarded(ctx, "the policy holds the custom roles of every reseller")
	found, err := k.permissions(ctx, "SELECT role_id, string_agg(permission, ',' ORDER BY permission) FROM role_permissions WHERE role_id = $1 GROUP BY role_id", id)
	if err != nil {
		return err
	}
	if found[id] != k.loaded[id] {
		return k.learn(ctx, id, found[id])
	}
	return k.renew(ctx)
}

// renew makes a new version when a built-in role asks for a second factor now,
// or does so no more.
func (k *Keeper) renew(ctx context.Context) error {
	var sum int64
	err := k.DB.Write.QueryRowContext(ctx, "SELECT coalesce(sum(version), 0) FROM roles WHERE system").Scan(&sum)
	if err != nil {
		return fmt.Errorf("look at built-in roles: %w", err)
	}
	if sum != k.builtIns {
		k.builtIns = sum
		k.Authorizer.Renew()
	}
	return nil
}

func (k *Keeper) permissions(ctx context.Context, query string, args ...any) (map[uuid.UUID]string, error) {
	rows, err := k.DB.Write.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, fmt.Errorf("read custom roles: %w", err)
	}
	defer rows.Close()
	found := map[uuid.UUID]string{}
	for rows.Next() {
		var id uuid.UUID
		var names string
		if err := rows.Scan(&id, &names); err != nil {
			return nil, fmt.Errorf("read custom roles: %w", err)
		}
		found[id] = names
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("read custom roles: %w", err)
	}
	return found, nil
}

func (k *Keeper) rebuild(ctx context.Context, found map[uuid.UUID]string) error {
	roles := make([]authz.CustomRole, 0, len(found))
	for id, names := range found {
		if c := k.role(ctx, id, names); len(c.Permissions) > 0 {
			roles = append(roles, c)
		}
	}
	p, err := authz.Load(roles...)
	if err != nil {
		return fmt.Errorf("make the policy: %w", err)
	}
	k.Authorizer.Swap(p)
	k.loaded = found
	return nil
}

// learn puts one role in force; without names it is gone.
func (k *Keeper) learn(ctx context.Context, id uuid.UUID, names string) error {
	if err := k.Authorizer.Learn(k.role(ctx, id, names)); err != nil {
		return fmt.Errorf("learn role %s: %w", id, err)
	}
	if names == "" {
		delete(k.loaded, id)
		return nil
	}
	k.loaded[id] = names
	return nil
}

func (k *Keeper) role(ctx context.Context, id uuid.UUID, names string) authz.CustomRole {
	c := authz.CustomRole{Key: id.String()}
	for name := range strings.SplitSeq(names, ",") {
		if name == "" {
			continue
		}
		permission, err := authz.ParseName(name)
		if err != nil {
			k.Log.WarnContext(ctx, "a custom role holds a permission of another version; passed over", "role", id, "permission", name)
			continue
		}
		c.Permissions = append(c.Permissions, permission)
	}
	return c
}
