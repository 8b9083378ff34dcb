package commerce

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/google/uuid"
	"github.com/riverqueue/river"

	"tenantry/ent/db/creditentry"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/user"
	"tenantry/internal/audit"
	"tenantry/internal/database"
)

// record tells the audit log of what was booked, and administrators of balances
// that fell to their mark. Of a batch one line tells for each organization how
// much it used; the entries say the rest.
func (s *Service) record(ctx context.Context, tx *database.Tx, r reseller, moves []*movement, held map[uuid.UUID]*balance, fallen []*balance, now time.Time) error {
	var events []audit.Event
	type use struct{ items, credits int64 }
	used := map[uuid.UUID]*use{}
	var order []uuid.UUID
	for _, m := range moves {
		b := held[m.named]
		if needs(m.kind) == "" {
			events = append(events, audit.Event{
				At: now, Action: actionOf(m), OrganizationID: b.id, AccountID: b.account,
				TargetType: "CreditEntry", TargetID: m.entry, TargetName: b.name, Reason: m.reason, Changes: slices.Concat(
					audit.Text("credits", "", strconv.FormatInt(m.sides[0].amount, 10)), audit.Text("balance", "", strconv.FormatInt(m.sides[0].balance, 10)),
					audit.Text("reference", "", m.reference)),
			})
			continue
		}
		if used[b.id] == nil {
			used[b.id] = &use{}
			order = append(order, b.id)
		}
		used[b.id].items++
		used[b.id].credits -= m.sides[0].amount
	}
	for _, id := range order {
		b, u := held[id], used[id]
		events = append(events, b.event(now, "credit.used", slices.Concat(
			audit.Text("items", "", strconv.FormatInt(u.items, 10)), audit.Text("credits", "", strconv.FormatInt(u.credits, 10)),
			audit.Text("balance", strconv.FormatInt(b.before, 10), strconv.FormatInt(b.now, 10)))))
	}
	slices.SortFunc(fallen, func(a, b *balance) int { return slices.Compare(a.id[:], b.id[:]) })
	for _, b := range fallen {
		events = append(events, b.event(now, "credit.low", slices.Concat(
			audit.Text("balance", strconv.FormatInt(b.before, 10), strconv.FormatInt(b.now, 10)),
			audit.Text("mark", "", strconv.FormatInt(b.lowMark.Int64, 10)))))
	}
	if err := audit.Record(ctx, tx, events...); err != nil {
		return err
	}
	return s.warn(ctx, tx, r, fallen)
}

func (b *balance) event(at time.Time, action string, changes []audit.Change) audit.Event {
	return audit.Event{
		At: at, Action: action, OrganizationID: b.id, AccountID: b.account,
		TargetType: "Organization", TargetID: b.id, TargetName: b.name, Changes: changes,
	}
}

// actionOf is the key of a movement in the audit log.
func actionOf(m *movement) string {
	switch m.kind {
	case creditentry.TypeTOP_UP:
		if m.sides[0].across != nil {
			return "credit.allocated"
		}
		return "credit.topped_up"
	case creditentry.TypeINITIAL_GRANT:
		return "credit.granted"
	case creditentry.TypeADJUSTMENT:
		return "credit.adjusted"
	}
	return "credit.reversed"
}

// warn mails the administrators of organizations whose balance has just fallen
// to its mark.
func (s *Service) warn(ctx context.Context, tx *database.Tx, r reseller, fallen []*balance) error {
	if s.LowMail == nil || len(fallen) == 0 {
		return nil
	}
	var mails []river.InsertManyParams
	for _, b := range fallen {
		people, err := administrators(ctx, tx, r, b.id)
		if err != nil {
			return err
		}
		for _, id := range people {
			mails = append(mails, river.InsertManyParams{Args: s.LowMail(Low{r.id, b.id, id, b.lowAt.Time})})
		}
	}
	if len(mails) == 0 {
		return nil
	}
	if err := s.Jobs.InsertMany(ctx, tx.SQL, mails); err != nil {
		return fmt.Errorf("queue mails about low balances: %w", err)
	}
	return nil
}

// administrators lists who runs an account: its members with access ADMIN, of
// the reseller those with the role Reseller Admin.
func administrators(ctx context.Context, tx *database.Tx, r reseller, id uuid.UUID) ([]uuid.UUID, error) {
	people := tx.Client.User.Query().Where(user.StatusEQ(user.StatusACTIVE))
	if id == r.root {
		people.Where(user.OrganizationID(r.root), user.ResellerRoleEQ(user.ResellerRoleRESELLER_ADMIN))
	} else {
		members, err := tx.Client.Membership.Query().Where(membership.OrganizationID(id), membership.StatusEQ(membership.StatusACTIVE),
			membership.ClientAccessEQ(membership.ClientAccessADMIN)).All(ctx)
		if err != nil {
			return nil, fmt.Errorf("read administrators of organization %s: %w", id, err)
		}
		ids := make([]uuid.UUID, len(members))
		for i, m := range members {
			ids[i] = m.UserID
		}
		people.Where(user.IDIn(ids...))
	}
	found, err := people.Order(user.ByID()).IDs(ctx)
	if err != nil {
		return nil, fmt.Errorf("read administrators of organization %s: %w", id, err)
	}
	return found, nil
}
