package directory

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/user"
	"tenantry/internal/database"
)

// What lists show as seats is what the next invitation is judged by, and what
// counting the users gives.
func TestSeatsUsed(t *testing.T) {
	h := setup(t)
	org, other := h.customer("Harbour", nil), h.customer("Empty", nil)
	sub := h.subAccount(org, "Quay")
	plain := func(at uuid.UUID, address string) *db.User {
		return h.join(at, NewInvitation{Email: address, Access: membership.ClientAccessUSER})
	}
	gone, back, below := plain(org.ID, "gone@harbour.test"), plain(org.ID, "back@harbour.test"), plain(sub.ID, "below@harbour.test")
	deleted, stays := plain(org.ID, "deleted@harbour.test"), plain(sub.ID, "stays@harbour.test")
	agent := h.join(org.ID, NewInvitation{Email: "agent@harbour.test", UserType: new(user.UserTypeAGENT), Access: membership.ClientAccessUSER})
	h.invite(org.ID, NewInvitation{Email: "pending@harbour.test"})
	for _, u := range []*db.User{gone, below, back} {
		h.must(errOf(h.MemberRemove(h.ctx, h.member(u, u.OrganizationID).ID, MembershipEnd{})))
	}
	h.must(errOf(h.MemberRemove(h.ctx, h.member(agent, org.ID).ID, MembershipEnd{})))
	h.invite(org.ID, NewInvitation{Email: "back@harbour.test"})
	h.must(h.UserDelete(h.ctx, deleted.ID, Deletion{ConfirmEmail: deleted.Email}))
	h.must(errOf(h.UserSuspend(h.ctx, stays.ID, Suspension{})))

	all, err := h.DB.Client().Organization.Query().Where(organization.IDIn(org.ID, sub.ID, other.ID, h.root)).All(h.system())
	h.must(err)
	used, err := SeatsUsed(h.system(), h.DB.Client(), all)
	h.must(err)
	want := map[uuid.UUID]int{h.root: 1, org.ID: 4, sub.ID: 1, other.ID: 0} // back, agent, pending and stays
	for id, n := range want {
		if used[id] != n {
			t.Errorf("%s: %d seats, want %d", h.org(id).Name, used[id], n)
		}
	}
	for _, o := range all {
		if o.ID != o.AccountID {
			continue
		}
		h.must(h.DB.WithTx(h.system(), func(ctx context.Context, tx *database.Tx) error {
			taken, err := seatsTaken(ctx, tx, o)
			if diff := cmp.Diff(taken, used[o.ID]); diff != "" {
				t.Errorf("%s: seats taken and used differ: %s", o.Name, diff)
			}
			return err
		}))
	}
}
