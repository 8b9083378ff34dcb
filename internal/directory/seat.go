package directory

import (
	"context"
	"fmt"

	"tenantry/ent/db"
	"tenantry/ent/db/user"
	"tenantry/ent/db/usercounter"
	"tenantry/internal/database"
)

// SeatsTaken counts the seats taken in an account, whose row is locked. It
// serves package commerce, which must not know this one.
func (s *Service) SeatsTaken(ctx context.Context, tx *database.Tx, account *db.Organization) (int, error) {
	return seatsTaken(ctx, tx, account)
}

// seatsTaken reads the counter of the account, takes off the few who have no
// seat, and adds who was let in by this transaction, which its counters do not
// say yet. Nobody counts users: there may be a million.
func seatsTaken(ctx context.Context, tx *database.Tx, account *db.Organization) (int, error) {
	kept, err := tx.Client.UserCounter.Query().Where(usercounter.ScopeEQ(usercounter.ScopeACCOUNT), usercounter.ScopeID(account.ID)).All(ctx)
	if err != nil {
		return 0, fmt.Errorf("read seats of account %s: %w", account.ID, err)
	}
	free, err := tx.Client.User.Query().Where(user.AccountID(account.ID), user.StatusNEQ(user.StatusDELETED), seatless(account)).Count(ctx)
	if err != nil {
		return 0, fmt.Errorf("count former members of account %s: %w", account.ID, err)
	}
	used := tx.UsersAdded(account.ID) - free
	for _, c := range kept {
		used += int(c.Active + c.Pending + c.Suspended)
	}
	return used, nil
}
