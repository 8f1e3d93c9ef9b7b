from engine.critics.looking import unchecked
def judged_font(plan, requirement, render, context):
    return unchecked(requirement, "brand", "x")
