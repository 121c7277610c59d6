package validate

var _ = register(&Check{
	Slug:   "location-control",
	Rules:  []string{"10.4.2", "10.4.3"},
	Fields: []Field{FieldName, FieldShortName, FieldIntro, FieldDescription, FieldTags, FieldIconText},
	Title:  Text{"用位置控制设备、调度", "Control and dispatch by location"},
	Doc: Text{
		"位置接口不得用于车辆、飞机的自动控制，也不得用于调度、车队和应急服务。查车位、查公交位置不提示。",
		"Location cannot steer vehicles or aircraft, nor serve dispatch, fleets or emergency services. Finding a car park or a bus is left in peace.",
	},
	Found: []Sample{
		{Field: FieldIntro, Text: "车队管理与车辆调度系统", Want: "车队管理", Severity: Review, Rule: "10.4.3"},
		{Field: FieldName, Text: "无人机飞控台", Want: "无人机飞控", Severity: Review},
	},
	Innocent: []Sample{
		{Field: FieldIntro, Text: "查看公交车实时位置和到站时间"},
		{Field: FieldIntro, Text: "记录骑行轨迹和里程"},
		{Field: FieldName, Text: "青禾无人机摄影"},
	},
	run: runClaim(Text{"说明不以位置接口做控制或调度，或去掉这项功能", "say that location does not control or dispatch, or drop the function"}),
})
