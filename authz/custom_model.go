package authz

// CustomModelAction is something a viewer may do to a custom model.
type CustomModelAction string

// The actions on a custom model, as the GraphQL enum writes them.
const (
	CustomModelActionUpdate   CustomModelAction = "UPDATE"
	CustomModelActionActivate CustomModelAction = "ACTIVATE"
	CustomModelActionRetire   CustomModelAction = "RETIRE"
	CustomModelActionDelete   CustomModelAction = "DELETE"
)

// AllCustomModelActions lists the actions in the order in which they are shown.
func AllCustomModelActions() []CustomModelAction {
	return []CustomModelAction{CustomModelActionUpdate, CustomModelActionActivate, CustomModelActionRetire, CustomModelActionDelete}
}

// CustomModel decides whether the viewer may take an action on a custom model,
// in the order Hidden, Forbidden, WrongState. Taking one out of use, or away, is
// possible in an organization that is suspended as well.
func (a *Authorizer) CustomModel(v *Viewer, action CustomModelAction, t OwnedTarget) Verdict {
	held := a.overOwned(v, t)
	switch {
	case !held.HasAny(CustomModelRead, CustomModelManage):
		return refuse(Hidden, "There is no such custom model.")
	case !held.Has(CustomModelManage):
		return forbid(CustomModelManage)
	case t.Closed && (action == CustomModelActionUpdate || action == CustomModelActionActivate):
		return closed()
	case action == CustomModelActionActivate && t.Status == statusActive:
		return refuse(WrongState, "The model is in use already.")
	case action == CustomModelActionRetire && t.Status != statusActive:
		return refuse(WrongState, "Only a model in use can be retired.")
	case action == CustomModelActionDelete && t.Status == statusActive:
		return refuse(WrongState, "A model in use cannot be removed; retire it first.")
	}
	return allow()
}

// CustomModelActions lists what CustomModel would allow.
func (a *Authorizer) CustomModelActions(v *Viewer, t OwnedTarget) []CustomModelAction {
	return allowed(AllCustomModelActions(), func(action CustomModelAction) Verdict { return a.CustomModel(v, action, t) })
}

// CustomModelCreate decides whether the viewer may enter a custom model of an
// organization, in the order Hidden, Forbidden, WrongState.
func (a *Authorizer) CustomModelCreate(v *Viewer, t OrganizationTarget) Verdict {
	return a.createIn(v, t, CustomModelManage, CustomModelRead)
}
