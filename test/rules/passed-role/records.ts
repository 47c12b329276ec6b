import type { Action, JsonObject } from '../../../shared/events/iam-event.ts';

/** Calls, the parameters that they log, and what they pass: roles by name, instance profiles as `profile/NAME`. */
export type CarrierRecord = readonly [actions: string, request: JsonObject, passed: readonly string[]];

const arn = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
const withPath = (name: string) => `arn:aws:iam::111122223333:role/service-role/${name}`;
const profileArn = (name: string) => `arn:aws:iam::111122223333:instance-profile/${name}`;

/** `prefix:A B C` as actions. */
export const actionsIn = (text: string): readonly Action[] => {
  const [service = '', names = ''] = text.split(':');
  return names.split(' ').map((name): Action => `${service}:${name}`);
};

const compute: readonly CarrierRecord[] = [
  [
    'apprunner:CreateService UpdateService',
    {
      serviceName: 'shop',
      sourceConfiguration: { authenticationConfiguration: { accessRoleArn: withPath('pull') } },
      instanceConfiguration: { cpu: '1 vCPU', instanceRoleArn: arn('shop') },
    },
    ['shop', 'pull'],
  ],
  ['autoscaling:CreateLaunchConfiguration', { iamInstanceProfile: 'web' }, ['profile/web']],
  ['autoscaling:CreateLaunchConfiguration', { iamInstanceProfile: profileArn('web') }, ['profile/web']],
  ['autoscaling:PutLifecycleHook', { roleARN: arn('hook') }, ['hook']],
  [
    'batch:CreateComputeEnvironment',
    {
      serviceRole: withPath('AWSBatchServiceRole'),
      computeResources: {
        instanceRole: profileArn('ecsInstanceRole'),
        spotIamFleetRole: arn('spot'),
        managedInstancesProvider: {
          infrastructureRoleArn: arn('infra'),
          instanceLaunchTemplate: { ec2InstanceProfileArn: profileArn('nodes') },
        },
      },
    },
    ['AWSBatchServiceRole', 'infra', 'spot', 'profile/ecsInstanceRole', 'profile/nodes'],
  ],
  [
    'batch:UpdateComputeEnvironment',
    {
      computeEnvironment: 'spot',
      serviceRole: arn('batch'),
      computeResources: {
        instanceRole: 'ecsInstanceRole',
        managedInstancesProvider: {
          infrastructureRoleArn: arn('infra'),
          instanceLaunchTemplate: { ec2InstanceProfileArn: profileArn('nodes') },
        },
      },
    },
    ['batch', 'infra', 'profile/ecsInstanceRole', 'profile/nodes'],
  ],
  [
    'batch:RegisterJobDefinition',
    { containerProperties: { jobRoleArn: arn('job'), executionRoleArn: arn('start') } },
    ['job', 'start'],
  ],
  [
    'batch:RegisterJobDefinition',
    { ecsProperties: { taskProperties: [{ taskRoleArn: arn('task'), executionRoleArn: arn('start') }] } },
    ['task', 'start'],
  ],
  [
    'batch:RegisterJobDefinition',
    {
      nodeProperties: {
        nodeRangeProperties: [
          { container: { jobRoleArn: arn('main'), executionRoleArn: arn('start') } },
          {
            ecsProperties: {
              taskProperties: [{ taskRoleArn: arn('worker'), executionRoleArn: arn('pull') }],
            },
          },
        ],
      },
    },
    ['main', 'start', 'worker', 'pull'],
  ],
  ['ec2:RunInstances', { iamInstanceProfile: { name: 'web' } }, ['profile/web']],
  ['ec2:RunInstances', { iamInstanceProfile: { arn: profileArn('web') } }, ['profile/web']],
  [
    'ec2:AssociateIamInstanceProfile ReplaceIamInstanceProfileAssociation',
    { IamInstanceProfile: { Name: 'web', Arn: profileArn('web') } },
    ['profile/web'],
  ],
  [
    'ec2:AssociateIamInstanceProfile',
    { AssociateIamInstanceProfileRequest: { IamInstanceProfile: { Name: 'web' }, InstanceId: 'i-1' } },
    ['profile/web'],
  ],
  [
    'ec2:ReplaceIamInstanceProfileAssociation',
    {
      ReplaceIamInstanceProfileAssociationRequest: {
        IamInstanceProfile: { Arn: profileArn('web') },
        AssociationId: 'iip-assoc-1',
      },
    },
    ['profile/web'],
  ],
  [
    'ec2:CreateLaunchTemplate CreateLaunchTemplateVersion',
    { CreateLaunchTemplateRequest: { LaunchTemplateData: { IamInstanceProfile: { Name: 'web' } } } },
    ['profile/web'],
  ],
  [
    'ec2:CreateLaunchTemplate CreateLaunchTemplateVersion',
    {
      CreateLaunchTemplateRequest: { LaunchTemplateData: { IamInstanceProfile: { Arn: profileArn('web') } } },
    },
    ['profile/web'],
  ],
  [
    'ec2:CreateFleet ModifyFleet',
    {
      CreateFleetRequest: {
        LaunchTemplateConfigs: [
          {
            Overrides: [
              { IamInstanceProfile: { Name: 'one' } },
              { IamInstanceProfile: { Arn: profileArn('two') } },
            ],
          },
        ],
      },
    },
    ['profile/two', 'profile/one'],
  ],
  [
    'ec2:RequestSpotFleet',
    {
      spotFleetRequestConfig: {
        iamFleetRole: arn('fleet'),
        launchSpecifications: [
          { iamInstanceProfile: { arn: profileArn('web') } },
          { iamInstanceProfile: { name: 'api' } },
        ],
      },
    },
    ['fleet', 'profile/web', 'profile/api'],
  ],
  [
    'ec2:RequestSpotInstances',
    { launchSpecification: { iamInstanceProfile: { name: 'web', arn: profileArn('api') } } },
    ['profile/api', 'profile/web'],
  ],
  [
    'ecs:RegisterTaskDefinition RegisterDaemonTaskDefinition UpdateExpressGatewayService',
    { family: 'shop', taskRoleArn: arn('shop'), executionRoleArn: arn('ecsTaskExecutionRole') },
    ['shop', 'ecsTaskExecutionRole'],
  ],
  [
    'ecs:CreateExpressGatewayService',
    { taskRoleArn: arn('shop'), executionRoleArn: arn('start'), infrastructureRoleArn: arn('infra') },
    ['shop', 'start', 'infra'],
  ],
  [
    'ecs:RunTask StartTask',
    { overrides: { taskRoleArn: arn('admin'), executionRoleArn: arn('start') }, taskDefinition: 'shop:3' },
    ['admin', 'start'],
  ],
  [
    'ecs:CreateService',
    { role: 'ecsServiceRole', volumeConfigurations: [{ managedEBSVolume: { roleArn: arn('volumes') } }] },
    ['ecsServiceRole', 'volumes'],
  ],
  [
    'ecs:CreateCapacityProvider UpdateCapacityProvider',
    {
      managedInstancesProvider: {
        infrastructureRoleArn: arn('infra'),
        instanceLaunchTemplate: { ec2InstanceProfileArn: profileArn('nodes') },
      },
    },
    ['infra', 'profile/nodes'],
  ],
  [
    'eks:CreateCapability UpdateCapability CreatePodIdentityAssociation UpdatePodIdentityAssociation',
    { roleArn: arn('pod') },
    ['pod'],
  ],
  [
    'eks:CreateCluster',
    { roleArn: arn('eks'), computeConfig: { nodeRoleArn: arn('nodes') } },
    ['eks', 'nodes'],
  ],
  ['eks:UpdateClusterConfig', { computeConfig: { nodeRoleArn: arn('nodes') } }, ['nodes']],
  ['eks:CreateFargateProfile', { podExecutionRoleArn: arn('fargate') }, ['fargate']],
  ['eks:CreateNodegroup', { nodeRole: arn('nodes') }, ['nodes']],
  ['eks:RegisterCluster', { connectorConfig: { roleArn: arn('connector') } }, ['connector']],
  [
    'eks:CreateAddon UpdateAddon',
    { serviceAccountRoleArn: arn('cni'), podIdentityAssociations: [{ roleArn: arn('csi') }] },
    ['cni', 'csi'],
  ],
  [
    'gamelift:CreateBuild CreateScript UpdateScript',
    { storageLocation: { bucket: 'b', roleArn: arn('read') } },
    ['read'],
  ],
  ['gamelift:CreateContainerFleet', { fleetRoleArn: arn('fleet') }, ['fleet']],
  ['gamelift:CreateFleet', { instanceRoleArn: arn('fleet') }, ['fleet']],
  ['gamelift:CreateGameServerGroup UpdateGameServerGroup', { roleArn: arn('fleet') }, ['fleet']],
  [
    'imagebuilder:CreateImage CreateImagePipeline UpdateImagePipeline CreateLifecyclePolicy UpdateLifecyclePolicy',
    { executionRole: arn('images') },
    ['images'],
  ],
  [
    'imagebuilder:CreateInfrastructureConfiguration UpdateInfrastructureConfiguration',
    { instanceProfileName: 'builder' },
    ['profile/builder'],
  ],
  [
    'lambda:CreateFunction20150331 UpdateFunctionConfiguration20150331v2',
    { role: withPath('thumbnails') },
    ['thumbnails'],
  ],
  [
    'lambda:CreateCapacityProvider',
    { permissionsConfig: { capacityProviderOperatorRoleArn: arn('operator') } },
    ['operator'],
  ],
];

const automation: readonly CarrierRecord[] = [
  [
    'amplify:CreateApp UpdateApp',
    { iamServiceRoleArn: arn('build'), computeRoleArn: arn('ssr') },
    ['build', 'ssr'],
  ],
  ['amplify:CreateBranch UpdateBranch', { computeRoleArn: arn('ssr') }, ['ssr']],
  ['appsync:CreateDataSource UpdateDataSource', { serviceRoleArn: arn('source') }, ['source']],
  [
    'cloudformation:CreateStack UpdateStack CreateChangeSet RollbackStack ContinueUpdateRollback',
    { stackName: 'shop', roleARN: arn('deploy') },
    ['deploy'],
  ],
  [
    'cloudformation:CreateStackSet UpdateStackSet',
    { administrationRoleARN: arn('StackSetAdmin'), executionRoleName: 'StackSetExecution' },
    ['StackSetAdmin', 'StackSetExecution'],
  ],
  ['cloudformation:RegisterType', { executionRoleArn: arn('type') }, ['type']],
  ['codebuild:CreateFleet UpdateFleet', { fleetServiceRole: arn('fleet') }, ['fleet']],
  [
    'codebuild:CreateProject UpdateProject',
    { serviceRole: withPath('build'), buildBatchConfig: { serviceRole: arn('batch') } },
    ['build', 'batch'],
  ],
  ['codebuild:StartBuild', { projectName: 'p', serviceRoleOverride: arn('admin') }, ['admin']],
  [
    'codebuild:StartBuildBatch',
    { serviceRoleOverride: arn('admin'), buildBatchConfigOverride: { serviceRole: arn('batch') } },
    ['admin', 'batch'],
  ],
  ['codedeploy:CreateDeploymentGroup UpdateDeploymentGroup', { serviceRoleArn: arn('deploy') }, ['deploy']],
  [
    'codepipeline:CreatePipeline UpdatePipeline',
    { pipeline: { roleArn: arn('pipe'), stages: [{ actions: [{ name: 'x', roleArn: arn('step') }] }] } },
    ['pipe', 'step'],
  ],
  [
    'cognito-identity:SetIdentityPoolRoles',
    {
      roles: { authenticated: arn('member'), unauthenticated: arn('guest') },
      roleMappings: { 'graph.facebook.com': { rulesConfiguration: { rules: [{ roleARN: arn('vip') }] } } },
    },
    ['member', 'guest', 'vip'],
  ],
  ['events:PutRule', { name: 'r', roleArn: arn('bus') }, ['bus']],
  ['events:PutTargets', { targets: [{ id: '1', roleArn: arn('run') }, { id: '2' }] }, ['run']],
  ['fis:CreateExperimentTemplate UpdateExperimentTemplate', { roleArn: arn('chaos') }, ['chaos']],
  ['iot:CreateRoleAlias UpdateRoleAlias', { roleAlias: 'a', roleArn: arn('things') }, ['things']],
  [
    'pipes:CreatePipe UpdatePipe',
    {
      RoleArn: arn('pipe'),
      TargetParameters: {
        EcsTaskParameters: { Overrides: { TaskRoleArn: arn('task'), ExecutionRoleArn: arn('start') } },
      },
    },
    ['pipe', 'task', 'start'],
  ],
  [
    'scheduler:CreateSchedule UpdateSchedule',
    { name: 's', target: { arn: 'arn:x', roleArn: arn('run') } },
    ['run'],
  ],
  [
    'ssm:CreateActivation UpdateManagedInstanceRole',
    { iamRole: 'service-role/SSMServiceRole' },
    ['SSMServiceRole'],
  ],
  [
    'ssm:CreateAssociation UpdateAssociation',
    { parameters: { AutomationAssumeRole: [arn('fix')] }, associationDispatchAssumeRole: arn('dispatch') },
    ['fix', 'dispatch'],
  ],
  ['ssm:RegisterDefaultHostManagementConfiguration', { roleArn: arn('hosts') }, ['hosts']],
  [
    'ssm:RegisterTaskWithMaintenanceWindow UpdateMaintenanceWindowTask',
    {
      serviceRoleArn: arn('window'),
      taskParameters: { AutomationAssumeRole: { values: [arn('old')] } },
      taskInvocationParameters: {
        runCommand: { serviceRoleArn: arn('notify') },
        automation: { parameters: { AutomationAssumeRole: [arn('fix')] } },
      },
    },
    ['window', 'notify', 'fix', 'old'],
  ],
  [
    'ssm:SendCommand',
    { documentName: 'd', parameters: 'HIDDEN_DUE_TO_SECURITY_REASONS', serviceRoleArn: arn('notify') },
    ['notify'],
  ],
  [
    'ssm:StartAutomationExecution',
    {
      parameters: { AutomationAssumeRole: [arn('fix')] },
      targetLocations: [{ executionRoleName: 'remote' }],
    },
    ['fix', 'remote'],
  ],
  [
    'ssm:StartChangeRequestExecution',
    {
      runbooks: [
        {
          parameters: { AutomationAssumeRole: [arn('fix')] },
          targetLocations: [{ executionRoleName: 'remote' }],
        },
      ],
    },
    ['fix', 'remote'],
  ],
  [
    'ssm-incidents:CreateResponsePlan UpdateResponsePlan',
    { actions: [{ ssmAutomation: { roleArn: arn('fix') } }] },
    ['fix'],
  ],
  [
    'states:CreateStateMachine UpdateStateMachine TestState',
    { name: 'm', roleArn: arn('machine') },
    ['machine'],
  ],
  ['synthetics:CreateCanary UpdateCanary', { executionRoleArn: arn('canary') }, ['canary']],
];

const analytics: readonly CarrierRecord[] = [
  ['airflow:CreateEnvironment UpdateEnvironment', { ExecutionRoleArn: arn('dags') }, ['dags']],
  [
    'databrew:CreateProfileJob CreateProject CreateRecipeJob UpdateProfileJob UpdateProject UpdateRecipeJob',
    { RoleArn: arn('brew') },
    ['brew'],
  ],
  [
    'datapipeline:PutPipelineDefinition',
    {
      pipelineObjects: [
        {
          id: 'Default',
          fields: [
            { key: 'role', stringValue: 'DataPipelineDefaultRole' },
            { key: 'resourceRole', stringValue: 'DataPipelineDefaultResourceRole' },
            { key: 'scheduleType', stringValue: 'cron' },
          ],
        },
      ],
    },
    ['DataPipelineDefaultRole', 'profile/DataPipelineDefaultResourceRole'],
  ],
  [
    'elasticmapreduce:RunJobFlow',
    {
      serviceRole: 'EMR_DefaultRole',
      jobFlowRole: 'EMR_EC2_DefaultRole',
      autoScalingRole: 'EMR_AutoScaling_DefaultRole',
      stepExecutionRoleArn: arn('steps'),
    },
    ['EMR_DefaultRole', 'EMR_AutoScaling_DefaultRole', 'steps', 'profile/EMR_EC2_DefaultRole'],
  ],
  [
    'elasticmapreduce:CreateStudio',
    { serviceRole: arn('studio'), userRole: arn('users') },
    ['studio', 'users'],
  ],
  [
    'elasticmapreduce:StartNotebookExecution',
    { executionEngine: { executionRoleArn: arn('run') }, serviceRole: 'EMR_Notebooks_DefaultRole' },
    ['run', 'EMR_Notebooks_DefaultRole'],
  ],
  ['elasticmapreduce:AddJobFlowSteps', { jobFlowId: 'j-1', executionRoleArn: arn('steps') }, ['steps']],
  ['emr-containers:CreateManagedEndpoint StartJobRun', { executionRoleArn: arn('spark') }, ['spark']],
  ['emr-containers:CreateJobTemplate', { jobTemplateData: { executionRoleArn: arn('spark') } }, ['spark']],
  ['emr-serverless:StartJobRun StartSession', { executionRoleArn: arn('spark') }, ['spark']],
  ['glue:CreateDevEndpoint StartBlueprintRun', { endpointName: 'e', roleArn: arn('glue') }, ['glue']],
  [
    'glue:CreateJob CreateSession CreateCrawler UpdateCrawler CreateMLTransform UpdateMLTransform CreateColumnStatisticsTaskSettings UpdateColumnStatisticsTaskSettings StartColumnStatisticsTaskRun StartDataQualityRuleRecommendationRun StartDataQualityRulesetEvaluationRun',
    { name: 'etl', role: 'service-role/AWSGlueServiceRole' },
    ['AWSGlueServiceRole'],
  ],
  ['glue:UpdateJob', { jobName: 'etl', jobUpdate: { role: arn('glue') } }, ['glue']],
  ['kinesisanalytics:CreateApplication', { serviceExecutionRole: arn('flink') }, ['flink']],
  ['kinesisanalytics:UpdateApplication', { serviceExecutionRoleUpdate: arn('flink') }, ['flink']],
  ['omics:StartRun', { roleArn: arn('genes') }, ['genes']],
  ['omics:StartRunBatch', { defaultRunSetting: { roleArn: arn('genes') } }, ['genes']],
  ['rds:AddRoleToDBInstance AddRoleToDBCluster', { roleArn: arn('export') }, ['export']],
];

const machineLearning: readonly CarrierRecord[] = [
  [
    'sagemaker:CreateAutoMLJob CreateCompilationJob CreateDataQualityJobDefinition CreateEdgePackagingJob CreateFeatureGroup CreateFlowDefinition CreateImage CreateInferenceExperiment CreateInferenceRecommendationsJob CreateLabelingJob CreateMlflowTrackingServer CreateModelBiasJobDefinition CreateModelExplainabilityJobDefinition CreateModelQualityJobDefinition CreateNotebookInstance CreateOptimizationJob CreatePipeline CreateProcessingJob CreateTrainingJob StartPipelineExecution UpdateImage UpdateNotebookInstance UpdatePipeline',
    { roleArn: withPath('AmazonSageMaker-ExecutionRole') },
    ['AmazonSageMaker-ExecutionRole'],
  ],
  [
    'sagemaker:CreateAutoMLJobV2',
    {
      roleArn: arn('auto'),
      autoMLComputeConfig: { emrServerlessComputeConfig: { executionRoleARN: arn('emr') } },
    },
    ['auto', 'emr'],
  ],
  [
    'sagemaker:CreateCluster UpdateCluster',
    {
      clusterRole: arn('pod'),
      instanceGroups: [{ executionRole: arn('nodes') }],
      restrictedInstanceGroups: [{ executionRole: arn('closed') }],
    },
    ['pod', 'nodes', 'closed'],
  ],
  [
    'sagemaker:CreateDomain UpdateDomain',
    {
      defaultUserSettings: { executionRole: arn('users') },
      defaultSpaceSettings: { executionRole: arn('spaces') },
    },
    ['users', 'spaces'],
  ],
  [
    'sagemaker:CreateUserProfile UpdateUserProfile',
    { userSettings: { executionRole: arn('alice') } },
    ['alice'],
  ],
  ['sagemaker:CreateEndpointConfig CreateModel', { executionRoleArn: arn('model') }, ['model']],
  [
    'sagemaker:CreateHyperParameterTuningJob',
    { trainingJobDefinition: { roleArn: arn('one') }, trainingJobDefinitions: [{ roleArn: arn('two') }] },
    ['one', 'two'],
  ],
  [
    'sagemaker:CreateMonitoringSchedule UpdateMonitoringSchedule',
    { monitoringScheduleConfig: { monitoringJobDefinition: { roleArn: arn('watch') } } },
    ['watch'],
  ],
  [
    'bedrock:CreateAgent UpdateAgent',
    { agentResourceRoleArn: withPath('AmazonBedrockExecutionRoleForAgents_1') },
    ['AmazonBedrockExecutionRoleForAgents_1'],
  ],
  [
    'bedrock:CreateEvaluationJob CreateKnowledgeBase UpdateKnowledgeBase CreateModelCustomizationJob CreateModelImportJob CreateModelInvocationJob',
    { roleArn: arn('bedrock') },
    ['bedrock'],
  ],
  ['bedrock:CreateFlow UpdateFlow', { executionRoleArn: arn('flow') }, ['flow']],
  [
    'bedrock-agentcore:CreateAgentRuntime UpdateAgentRuntime CreateGateway UpdateGateway',
    { roleArn: arn('agent') },
    ['agent'],
  ],
  [
    'bedrock-agentcore:CreateBrowser CreateCodeInterpreter CreateHarness UpdateHarness',
    { name: 'x', executionRoleArn: arn('agent') },
    ['agent'],
  ],
  ['bedrock-agentcore:CreateMemory UpdateMemory', { memoryExecutionRoleArn: arn('memory') }, ['memory']],
  ['braket:CreateJob', { roleArn: arn('qubits') }, ['qubits']],
];

/** A record by hand for every carrier, with every place where it names a role. */
export const carrierRecords = [...compute, ...automation, ...analytics, ...machineLearning];
