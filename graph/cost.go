package graph

func tooCostly(cost, limit int) *refusal {
	refused := tooComplex("The operation costs %d points; %d are allowed. Ask for fewer rows or fewer nested lists.", cost, limit)
	refused.errors[0].Extensions["cost"] = cost
	refused.errors[0].Extensions["limit"] = limit
	return refused
}
