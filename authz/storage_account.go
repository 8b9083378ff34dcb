package authz

// StorageAccountAction is something a viewer may do to a storage account.
type StorageAccountAction string

// The actions on a storage account, as the GraphQL enum writes them. The last
// is a machine's and no button.
const (
	StorageAccountActionUpdate   StorageAccountAction = "UPDATE"
	StorageAccountActionDelete   StorageAccountAction = "DELETE"
	StorageAccountActionSetUsage StorageAccountAction = "SET_USAGE"
)

// AllStorageAccountActions lists the actions in the order in which they are shown.
func AllStorageAccountActions() []StorageAccountAction {
	return []StorageAccountAction{StorageAccountActionUpdate, StorageAccountActionDelete}
}

// StorageAccount decides whether the viewer may take an action on a storage
// account, in the order Hidden, Forbidden, WrongState. What it holds is told,
// and it can be removed, in an organization that is suspended as well.
func (a *Authorizer) StorageAccount(v *Viewer, action StorageAccountAction, t OwnedTarget) Verdict {
	held, need := a.overOwned(v, t), StorageAccountManage
	if action == StorageAccountActionSetUsage {
		need = UsageRecord
	}
	switch {
	case !held.HasAny(StorageAccountRead, need):
		return refuse(Hidden, "There is no such storage account.")
	case !held.Has(need):
		return forbid(need)
	case t.Closed && action == StorageAccountActionUpdate:
		return closed()
	}
	return allow()
}

// StorageAccountActions lists what StorageAccount would allow.
func (a *Authorizer) StorageAccountActions(v *Viewer, t OwnedTarget) []StorageAccountAction {
	return allowed(AllStorageAccountActions(), func(action StorageAccountAction) Verdict { return a.StorageAccount(v, action, t) })
}

// StorageAccountCreate decides whether the viewer may open a storage account of
// an organization, in the order Hidden, Forbidden, WrongState.
func (a *Authorizer) StorageAccountCreate(v *Viewer, t OrganizationTarget) Verdict {
	return a.createIn(v, t, StorageAccountCreate, StorageAccountRead)
}
